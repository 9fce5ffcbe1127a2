import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { apiProgram, apiRuntime, benchProgram, peer } from './paths.mjs';
import { compilingOf, cpuOf, residentOf } from './processes.mjs';

const patience = 180_000;

/** A server under load: a process that says "ready URL" when it answers. */
export class Server {
  /**
   * @param name how the tables call it
   * @param command program and arguments
   * @param options env; request: (url, query, input) → where the query goes, and with what body; token
   */
  static async start(name, [program, ...args], { env, request, token }) {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const server = new Server(name, child, request, token);
    try {
      server.url = await server.#ready();
    } catch (failure) {
      await server.stop();
      throw failure;
    }
    return server;
  }

  constructor(name, child, request, token) {
    Object.assign(this, { name, child, token });
    this.makeRequest = request;
    this.log = [];
    child.stderr.setEncoding('utf8').on('data', (text) => {
      this.log.push(text);
      if (this.log.length > 200) this.log.shift();
    });
  }

  /** URL and body of a query. */
  request(query, input) {
    return this.makeRequest(this.url, query, input);
  }

  get headers() {
    return { 'content-type': 'application/json', ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) };
  }

  async ask(query, input) {
    const { url, body } = this.request(query, input);
    const response = await fetch(url, { method: 'POST', headers: this.headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`${this.name} answers ${query} with ${response.status}: ${text.slice(0, 500)}`);
    const json = JSON.parse(text);
    if (json.errors) throw new Error(`${this.name} answers ${query} with errors: ${text.slice(0, 500)}`);
    return { json, bytes: Buffer.byteLength(text) };
  }

  cpu() {
    return cpuOf(this.child.pid);
  }

  compiling() {
    return compilingOf(this.child.pid);
  }

  resident() {
    return residentOf(this.child.pid);
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  async #ready() {
    const ended = once(this.child, 'exit').then(([code]) => {
      throw new Error(`${this.name} ended with code ${code}:\n${this.log.join('')}`);
    });
    ended.catch(() => { });
    const ready = new Promise((resolve) => createInterface({ input: this.child.stdout })
      .on('line', (line) => line.startsWith('ready ') && resolve(line.slice('ready '.length))));
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.name} was not ready in time:\n${this.log.join('')}`)), patience);
    });
    try {
      return await Promise.race([ready, ended, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The command lines of the servers. */
export const commands = {
  ours: ['dotnet', apiProgram],
  raw: ['dotnet', 'exec', '--runtimeconfig', apiRuntime, benchProgram, 'raw'],
  bare: ['dotnet', 'exec', '--runtimeconfig', apiRuntime, benchProgram, 'bare'],
  'GraphQL.NET': ['dotnet', 'exec', '--runtimeconfig', apiRuntime, benchProgram, 'graphql-net'],
  mercurius: ['node', peer('mercurius')],
  'graphql-yoga': ['node', peer('graphql-yoga')],
};
