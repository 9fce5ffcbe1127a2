// Measures the service under load. Started by ./run, which builds first.
import { parseArgs } from 'node:util';
import { Workbench } from './lib/workbench.mjs';
import { machine } from './lib/machine.mjs';
import { bare } from './series/bare.mjs';
import { exporting } from './series/export.mjs';
import { growth } from './series/growth.mjs';
import { restricted } from './series/restricted.mjs';
import { start } from './series/start.mjs';
import { walled } from './series/walled.mjs';

const series = { walled, bare, restricted, growth, start, export: exporting };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '6' },
    warmup: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '32' },
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    servers: { type: 'string', default: '' },
  },
});
const options = {
  documents: Number(values.documents),
  seconds: Number(values.seconds),
  warmup: Number(values.warmup),
  rounds: Number(values.rounds),
  connections: Number(values.connections),
  sizes: values.sizes.split(',').map(Number),
  servers: values.servers === '' ? null : values.servers.split(','),
};
const wanted = positionals.length > 0 ? positionals : Object.keys(series);
const unknown = wanted.filter((name) => !series[name]);
if (unknown.length > 0) {
  console.error(`Unknown series: ${unknown.join(', ')}. There are: ${Object.keys(series).join(', ')}.`);
  process.exit(2);
}

const bench = await Workbench.open(options);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => bench.close().finally(() => process.exit(130)));
}

try {
  console.log(machine(bench));
  for (const name of wanted) {
    console.log(await series[name](bench));
  }
} finally {
  await bench.close();
}
