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

// `qob user add`, as an administrator does it before the first start.
export async function addUser(directory, name, role) {
  await new Promise((resolve, reject) => {
    const child = execFile(program, ['user', 'add', name, '--role', role, '--data', directory], (error, _, told) =>
      error ? reject(new Error(`user add ${name}: ${told}`)) : resolve(),
    );
    child.stdin.end(`${password}\n`);
  });
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
    const set = Object.entries({ ...usual, ...settings }).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    server.#child = spawn(program, ['serve', '--data', server.#directory, '--port', '0', ...set], { stdio: ['ignore', 'pipe', 'inherit'] });
    server.port = await server.#address();
    server.origin = `https://127.0.0.1:${server.port}`;
    await until('the market', 60_000, async () => (await request(server.port, 'GET', '/health')).status === 200);
    return server;
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

  // Ends it and removes its directory.
  async stop() {
    agent.destroy();
    if (this.#child.exitCode === null) {
      const ended = new Promise((resolve) => this.#child.once('exit', resolve));
      const killer = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
      this.#child.kill('SIGTERM');
      await ended;
      clearTimeout(killer);
    }
    await rm(this.#directory, { recursive: true, force: true });
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
