// A server of one's own for a test: a data directory, its users, the program, and its HTTP interface.
// The program is the one named in QOB, or that of the release build.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = process.env.QOB ?? new URL('../../build/release/bin/qob', import.meta.url).pathname;

export const password = 'a long pass phrase';

// The certificate is the server's own making; the connection stays on this machine.
const agent = new https.Agent({ rejectUnauthorized: false, keepAlive: true });

export async function makeDirectory() {
  return mkdtemp(join(tmpdir(), 'qob-web-'));
}

// What a command of the program says; throws when it fails.
async function command(input, ...words) {
  return new Promise((resolve, reject) => {
    const child = execFile(program, words, (error, said, told) =>
      error ? reject(new Error(`${words.join(' ')}: ${told}${said}`)) : resolve(said),
    );
    child.stdin.end(input);
  });
}

// `qob user add`, as an administrator does it before the first start.
export async function addUser(directory, name, role) {
  await command(`${password}\n`, 'user', 'add', name, '--role', role, '--data', directory);
}

// One HTTP request to 127.0.0.1; {status, headers, text, json}.
export async function request(port, method, path, { token, fields, headers = {} } = {}) {
  const body = fields ? JSON.stringify(fields) : undefined;
  const all = { ...headers, ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) };
  return new Promise((resolve, reject) => {
    const sent = https.request({ host: '127.0.0.1', port, method, path, headers: all, agent }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        const text = bytes.toString();
        const isJson = response.headers['content-type']?.startsWith('application/json') && !response.headers['content-encoding'];
        resolve({ status: response.statusCode, headers: response.headers, bytes, text, json: isJson ? JSON.parse(text) : undefined });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function until(what, limitMs, check) {
  const end = Date.now() + limitMs;
  while (!(await check())) {
    if (Date.now() > end) {
      throw new Error(`${what}: not within ${limitMs / 1000} s`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// A running server. Its methods throw on a refusal, unless they say otherwise.
export class Server {
  #child;
  #directory;
  #settings;

  // users: [[name, role]]; settings: {"serve.rate_limits": "false"}. Once its market is there.
  static async start({ users = [['admin', 'admin']], settings = {} } = {}) {
    const server = new Server();
    server.#directory = await makeDirectory();
    for (const [name, role] of users) {
      await addUser(server.#directory, name, role);
    }
    const usual = {
      'sim.seed': '7',
      'sim.history_minutes': '1',
      'log.file': join(server.#directory, 'qob.log'),
      'log.console_level': 'error',
    };
    server.#settings = Object.entries({ ...usual, ...settings }).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    await server.begin();
    return server;
  }

  // After end(): again, on the same directory, at another port.
  async begin() {
    const words = ['serve', '--data', this.#directory, '--port', '0', ...this.#settings];
    this.#child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.port = await this.#address();
    this.origin = `https://127.0.0.1:${this.port}`;
    await until('the market', 60_000, async () => (await request(this.port, 'GET', '/health')).status === 200);
  }

  // The file of its certificate, for clients that are to trust it.
  get certificate() {
    return join(this.#directory, 'certificate.pem');
  }

  // Neither ends nor answers, as behind a network that swallows everything; until resume().
  pause() {
    this.#child.kill('SIGSTOP');
  }

  resume() {
    this.#child.kill('SIGCONT');
  }

  // Sends the signal and waits until it has ended: {code, signal, ms}. Killed when it takes longer than ten seconds.
  async end(signal = 'SIGTERM') {
    agent.destroy();
    const child = this.#child;
    const begun = performance.now();
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      child.kill(signal);
      await ended;
      clearTimeout(killer);
    }
    this.#child = null;
    return { code: child.exitCode, signal: child.signalCode, ms: performance.now() - begun };
  }

  // Ends it and removes its directory. Throws when it had crashed, or had to be killed.
  async stop() {
    const how = this.#child ? await this.end() : { code: 0 };
    await rm(this.#directory, { recursive: true, force: true });
    if (how.code !== 0) {
      throw new Error(`the server ended with ${how.code ?? how.signal} after ${(how.ms / 1000).toFixed(1)} s`);
    }
  }

  // What `qob audit verify` says of its trail; throws when it is not as it was written.
  async verifyAudit() {
    return command('', 'audit', 'verify', '--data', this.#directory);
  }

  // The access token of a login.
  async login(name, code) {
    const answer = await this.call('POST', '/api/v1/auth/login', { fields: { name, password, ...(code && { code }) } });
    return answer.accessToken;
  }

  // The JSON of the answer.
  async call(method, path, options) {
    const answer = await request(this.port, method, path, options);
    if (answer.status !== 200) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    }
    return answer.json;
  }

  // "qob: serving https://127.0.0.1:PORT" is its first line.
  #address() {
    return new Promise((resolve, reject) => {
      const lines = createInterface({ input: this.#child.stdout });
      lines.on('line', (line) => {
        const found = /serving https:\/\/.*:(\d+)/.exec(line);
        if (found) {
          resolve(Number(found[1]));
        }
      });
      this.#child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it served`)));
      this.#child.once('error', reject);
    });
  }
}
