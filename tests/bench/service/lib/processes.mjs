import { readFileSync, readdirSync } from 'node:fs';

const microsecondsPerTick = 10_000; // sysconf(_SC_CLK_TCK) is 100 on Linux

/** Fields 3 and following of /proc/PID/stat, behind the name in parentheses. */
function stat(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** CPU time that a process has used, in µs. */
export function cpuOf(pid) {
  const fields = stat(pid);
  return (Number(fields[11]) + Number(fields[12])) * microsecondsPerTick;
}

/** CPU time that a process on .NET has used to compile its busiest code anew, in µs. Elsewhere there is no such thread, and it is 0. */
export function compilingOf(pid) {
  const threads = `/proc/${pid}/task`;
  return readdirSync(threads)
    .filter((thread) => readFileSync(`${threads}/${thread}/comm`, 'utf8').startsWith('.NET Tiered'))
    .reduce((sum, thread) => sum + cpuOf(`${pid}/task/${thread}`), 0);
}

/** CPU time of a PostgreSQL server, in µs: postmaster, its processes, and those that have ended. */
export function cpuOfPostgres(postmaster) {
  const own = stat(postmaster);
  let ticks = own.slice(11, 15).reduce((sum, value) => sum + Number(value), 0);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = stat(pid);
      if (Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
    } catch (gone) {
      if (gone.code !== 'ENOENT' && gone.code !== 'ESRCH') throw gone;
    }
  }
  return ticks * microsecondsPerTick;
}

/** Resident memory of a process, in MB. */
export function residentOf(pid) {
  return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;
}
