import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** Says on what the figures were taken, and how quiet it was. */
export function machine(bench) {
  const { documents, seconds, warmup, rounds, connections } = bench.options;
  const dotnet = execFileSync('dotnet', ['--list-runtimes'], { encoding: 'utf8' })
    .match(/Microsoft\.NETCore\.App (10\.[^ ]+)/)?.[1];
  return [
    `${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, PostgreSQL ${bench.postgres.version}, `
      + `.NET ${dotnet}, Node.js ${process.versions.node}; load average before: ${loadavg()[0].toFixed(2)}.`,
    `${documents.toLocaleString('en')} assessments; ${connections} connections, ${rounds} rounds of ${seconds} s after ${warmup} s of warm-up; `
      + `medians. ${new Date().toISOString().slice(0, 10)}.`,
    '',
  ].join('\n');
}
