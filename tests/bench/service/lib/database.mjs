import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { benchProgram } from './paths.mjs';
import { cpuOfPostgres } from './processes.mjs';

const run = promisify(execFile);

/** A private PostgreSQL that all servers of a comparison share. */
export class Postgres {
  static async start(directory) {
    const keeper = spawn('dotnet', [benchProgram, 'database', directory], { stdio: ['pipe', 'pipe', 'inherit'] });
    const said = once(createInterface({ input: keeper.stdout }), 'line');
    const ended = once(keeper, 'exit').then(([code]) => { throw new Error(`PostgreSQL did not start (code ${code}).`); });
    ended.catch(() => { });
    const [line] = await Promise.race([said, ended]);
    return new Postgres(keeper, directory, JSON.parse(line));
  }

  constructor(keeper, directory, { service, owner, version }) {
    Object.assign(this, { keeper, service, owner, version });
    this.postmaster = Number(readFileSync(join(directory, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** What a server of ours needs to reach a database. */
  environment(database) {
    return {
      R2P__Database__ServiceConnectionString: withDatabase(this.service, database),
      R2P__Database__OwnerConnectionString: withDatabase(this.owner, database),
    };
  }

  /** What a client of libpq, or pg on Node.js, needs. */
  libpq(database) {
    const owner = settings(this.owner);
    return { PGHOST: owner.host, PGPORT: owner.port, PGUSER: owner.username, PGPASSWORD: owner.password, PGDATABASE: database };
  }

  async psql(database, ...args) {
    const { stdout } = await run('psql', ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', ...args], {
      env: { ...process.env, ...this.libpq(database) },
    });
    return stdout.trim();
  }

  create(database, template = 'template0') {
    return this.psql('postgres', '-c', `create database ${database} template ${template}`);
  }

  drop(database) {
    return this.psql('postgres', '-c', `drop database ${database} with (force)`);
  }

  /** CPU time used so far, in µs. */
  cpu() {
    return cpuOfPostgres(this.postmaster);
  }

  async stop() {
    if (this.keeper.exitCode !== null) return;
    const ended = once(this.keeper, 'exit');
    this.keeper.stdin.end();
    await ended;
  }
}

function settings(connectionString) {
  return Object.fromEntries(connectionString.split(';').map((pair) => {
    const [name, ...value] = pair.split('=');
    return [name.trim().toLowerCase(), value.join('=')];
  }));
}

function withDatabase(connectionString, database) {
  return connectionString.replace(/Database=[^;]*/i, `Database=${database}`);
}
