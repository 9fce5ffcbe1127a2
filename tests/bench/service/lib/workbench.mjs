import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Postgres } from './database.mjs';
import { benchProgram, seed } from './paths.mjs';
import { commands, Server } from './server.mjs';

const run = promisify(execFile);

/** Everything that a run of the bench starts, and stops in the end: a directory, a PostgreSQL, servers. */
export class Workbench {
  #servers = new Set();
  #databases = new Map();

  static async open(options) {
    const directory = await mkdtemp(join(tmpdir(), 'r2p-bench-'));
    await chmod(directory, 0o711); // PostgreSQL never runs as root: its own user has to pass.
    const bench = new Workbench(options, directory);
    bench.postgres = await Postgres.start(join(directory, 'postgres'));
    return bench;
  }

  constructor(options, directory) {
    Object.assign(this, { options, directory });
  }

  /** Tells what is going on; standard output is for the tables. */
  say(text) {
    process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
  }

  /** A database with the sample network and so many assessments; made at the first call. */
  database(documents = this.options.documents) {
    if (!this.#databases.has(documents)) this.#databases.set(documents, this.#prepare(`r2p_${documents}`, documents));
    return this.#databases.get(documents);
  }

  async dropDatabase(documents) {
    const name = await this.database(documents);
    this.#databases.delete(documents);
    await this.postgres.drop(name);
  }

  /** Starts a server; it is stopped with the bench, or earlier by stopServers. */
  async start(name, command, options) {
    this.say(`starting ${name}`);
    const server = await Server.start(name, commands[command], {
      ...options,
      env: { DOTNET_ENVIRONMENT: 'Development', R2P__DataDirectory: this.directory, R2P__Port: '0', NODE_ENV: 'production', ...options.env },
    });
    this.#servers.add(server);
    return server;
  }

  async stopServers() {
    for (const server of this.#servers) await server.stop();
    this.#servers.clear();
  }

  /** A token for a subject (those of the personas are called sample:NAME), signed with the key of a data directory. */
  async token(subject, directory = this.directory) {
    const { stdout } = await run('dotnet', [benchProgram, 'token', directory, subject]);
    return stdout.trim();
  }

  wants(server) {
    return this.options.servers === null || this.options.servers.includes(server);
  }

  async close() {
    await this.stopServers();
    await this.postgres?.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  async #prepare(name, documents) {
    this.say(`filling ${name}`);
    await this.postgres.create(name);
    const service = await this.start(`the service that migrates ${name}`, 'ours', { env: this.postgres.environment(name) });
    await service.stop();
    this.#servers.delete(service);
    await this.postgres.psql(name, '-v', `documents=${documents}`, '-f', seed);
    await this.postgres.psql(name, '-c', 'checkpoint');
    return name;
  }
}
