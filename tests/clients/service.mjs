import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('../../api/bin/Release/net10.0/R2P.Api.dll', import.meta.url));
const documents = fileURLToPath(new URL('documents', import.meta.url));
const startSeconds = 120;

/**
 * Starts the Release build with the sample network on a free port and a data directory of its own.
 * Answers the address of its endpoint, a token for each persona, and the way to stop it.
 */
export async function startService(personas) {
  if (!existsSync(program)) throw new Error(`${program} is missing. Build it: dotnet build api -c Release`);
  const data = await mkdtemp(join(tmpdir(), 'r2p-clients-'));
  await chmod(data, 0o711); // PostgreSQL never runs as root: its own user has to pass.
  const env = { ...process.env, DOTNET_ENVIRONMENT: 'Development', R2P__DataDirectory: data, R2P__Port: '0', R2P__GraphQL__DocumentsDirectory: documents };
  const child = spawn('dotnet', [program], { cwd: data, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = collect(child.stderr);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(data, { recursive: true, force: true });
  };

  try {
    const url = await readyUrl(child, log);
    const tokens = {};
    for (const persona of personas) tokens[persona] = await token(persona, env);
    return { url, tokens, log, stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

async function readyUrl(child, log) {
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise((resolve) =>
    lines.on('line', (line) => line.startsWith('ready ') && resolve(line.slice('ready '.length))));
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The service ended with code ${code}:\n${log.join('')}`);
  });
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The service was not ready within ${startSeconds} s:\n${log.join('')}`)),
      startSeconds * 1000);
  });
  ended.catch(() => { });
  try {
    return await Promise.race([ready, ended, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function token(persona, env) {
  const { stdout } = await promisify(execFile)('dotnet', [program, 'token', persona], { env });
  return stdout.trim();
}

function collect(stream) {
  const chunks = [];
  stream.setEncoding('utf8').on('data', (chunk) => chunks.push(chunk));
  return chunks;
}
