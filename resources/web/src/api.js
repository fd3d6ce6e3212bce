// A refusal: the server's own sentence, and the name of its row in the table of errors.
export class Refusal extends Error {
  constructor({ code, message, status }, retryAfterS = 0) {
    super(message);
    this.code = code;
    this.status = status;
    this.retryAfterS = retryAfterS;
  }
}

async function refusalOf(response) {
  const body = await response.json().catch(() => null);
  return new Refusal(
    body?.error ?? {
      code: 'Unreadable',
      message: `The server answered ${response.status} without a sentence.`,
      status: response.status,
    },
    Number(response.headers.get('retry-after')),
  );
}

// After so long without an answer the server counts as unreachable: a dead connection may say nothing for minutes.
export const patienceMs = 10_000;

// No answer came. What a user wanted to be changed may have been changed all the same.
function unheard(request, problem) {
  return problem.name === 'TimeoutError' && request.method !== 'GET' && request.headers.authorization
    ? new Refusal({ code: 'Unanswered', message: 'The server does not answer. Whether it was done is not known.', status: 0 })
    : new Refusal({ code: 'Unreachable', message: 'The server cannot be reached.', status: 0 });
}

const spareMs = 30_000;
const longestWaitS = 5; // for a reading that was one too many

// These say that the token was turned away, and with it the request, before anything was done: both can be had anew.
// Any other 401 is an answer, such as that a password is wrong, and what changes something is never sent again.
const tokenIsOver = new Set(['AuthRequired', 'AuthTokenExpired', 'AuthTokenInvalid', 'AuthRevoked']);

// What a token says; whether it is genuine is the server's business.
function claimsOf(token) {
  return JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
}

// One logged-in user's requests. The tokens live in this object alone: a reload or another tab logs in again,
// and no script that gets hold of the browser's storage finds them.
//
// Events: "user" when somebody logged in or out; its detail says why, where that was not asked for.
export class Api extends EventTarget {
  #access = '';
  #refresh = '';
  #renewId = '';
  #renewAtMs = 0; // of performance.now(): the two clocks need not agree
  #renewing = null;

  // As /api/v1/auth/me says; null: nobody is logged in.
  user = null;

  may(permission) {
    return this.user?.permissions.includes(permission) ?? false;
  }

  async login(name, password, code) {
    const fields = code ? { name, password, code } : { name, password };
    await this.#enter(await this.#send('POST', '/api/v1/auth/login', fields));
  }

  // What came of the login that this browser was sent to the provider for.
  async collect() {
    await this.#enter(await this.#send('POST', '/api/v1/auth/oidc/collect'));
  }

  // "password", "provider"
  async methods() {
    return (await this.#send('GET', '/api/v1/auth/methods')).methods;
  }

  async #enter(tokens) {
    this.#keep(tokens);
    try {
      this.user = await this.#send('GET', '/api/v1/auth/me');
    } catch (refusal) {
      this.#forget();
      throw refusal;
    }
    this.#tell();
  }

  // At once, whether or not the server can hear it.
  logout() {
    this.leave();
    this.end();
  }

  // Forgets who was logged in; `why` is shown.
  end(why = '') {
    if (this.user) {
      this.#forget();
      this.#tell(why);
    }
  }

  // When the page goes away its login goes with it: nobody holds its tokens any more.
  leave() {
    if (this.user) {
      fetch('/api/v1/auth/logout', { method: 'POST', headers: this.#headers(), keepalive: true }).catch(() => {});
    }
  }

  // A token that is good for at least half a minute more.
  async token() {
    if (performance.now() > this.#renewAtMs) {
      await this.#renew();
    }
    return this.#access;
  }

  get(path, fields = {}) {
    const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '' && value != null));
    return this.#ask('GET', query.size ? `${path}?${query}` : path);
  }

  post(path, fields) {
    return this.#ask('POST', path, fields);
  }

  patch(path, fields) {
    return this.#ask('PATCH', path, fields);
  }

  delete(path) {
    return this.#ask('DELETE', path);
  }

  async #ask(method, path, fields) {
    await this.token();
    try {
      return await this.#send(method, path, fields);
    } catch (refusal) {
      if (tokenIsOver.has(refusal.code)) {
        // The machine slept, or the login was ended elsewhere; a renewal tells which.
        await this.#renew();
      } else if (refusal.status === 429 && method === 'GET' && refusal.retryAfterS <= longestWaitS) {
        await new Promise((resolve) => setTimeout(resolve, refusal.retryAfterS * 1000));
      } else {
        throw refusal;
      }
      return this.#send(method, path, fields);
    }
  }

  async #renew() {
    this.#renewing ??= this.#send('POST', '/api/v1/auth/refresh', { refreshToken: this.#refresh, requestId: this.#renewId })
      .then((tokens) => this.#keep(tokens))
      .catch((refusal) => {
        if (refusal.status === 401) {
          this.end(refusal.message);
        }
        throw refusal;
      })
      .finally(() => {
        this.#renewing = null;
      });
    await this.#renewing;
  }

  async #send(method, path, fields) {
    const request = { method, headers: this.#headers(path), cache: 'no-store', signal: AbortSignal.timeout(patienceMs) };
    if (fields) {
      request.headers['content-type'] = 'application/json';
      request.body = JSON.stringify(fields);
    }
    try {
      const response = await fetch(path, request);
      // A server that is not ready says so with the same answer that says why.
      const told = response.ok || (response.status === 503 && path.startsWith('/admin/status'));
      if (!told) {
        throw await refusalOf(response);
      }
      return await response.json();
    } catch (problem) {
      throw problem instanceof Refusal || problem instanceof SyntaxError ? problem : unheard(request, problem);
    }
  }

  #headers(path = '') {
    const renews = path === '/api/v1/auth/login' || path === '/api/v1/auth/refresh';
    return this.#access && !renews ? { authorization: `Bearer ${this.#access}` } : {};
  }

  #keep(tokens) {
    this.#access = tokens.accessToken;
    this.#refresh = tokens.refreshToken;
    this.#renewId = crypto.randomUUID(); // the same for each try: an answer that was lost is given again
    const { iat, exp } = claimsOf(tokens.accessToken);
    this.#renewAtMs = performance.now() + (exp - iat) * 1000 - spareMs;
  }

  #forget() {
    this.user = null;
    this.#access = '';
    this.#refresh = '';
    this.#renewAtMs = 0;
  }

  #tell(why = '') {
    this.dispatchEvent(new CustomEvent('user', { detail: why }));
  }
}

export const api = new Api();
