import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../GraphQL.Judge/bin/Release/net10.0/R2P.GraphQL.Judge.dll', import.meta.url));

/** The engine as a process that answers cases in the order in which they were asked. */
export class Judge {
  #process;
  #waiting = [];
  #log = [];

  constructor(plant) {
    if (!existsSync(program)) throw new Error(`${program} is missing. Build it: dotnet build tests/GraphQL.Judge -c Release`);
    this.#process = spawn('dotnet', [program, ...(plant ? ['--plant', plant] : [])], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#process.stderr.setEncoding('utf8').on('data', (text) => this.#log.push(text));
    this.#process.stdin.on('error', () => { });
    createInterface({ input: this.#process.stdout, crlfDelay: Infinity })
      .on('line', (line) => this.#waiting.shift().resolve(JSON.parse(line)));
    this.#process.on('exit', (code) => {
      for (const { reject } of this.#waiting) reject(new Error(`The judge ended with code ${code}:\n${this.#log.join('')}`));
    });
  }

  ask(question) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    });
  }

  async stop() {
    if (this.#process.exitCode !== null) return;
    this.#process.stdin.end();
    await once(this.#process, 'exit');
  }
}
