import { copiesIn, entry } from './copies-under-test.ts';

/** Runs as a process of its own, to be killed: writes a copy piece by piece and says how far it is. */
const [where = '', key = '', pieces = '0'] = process.argv.slice(2);
const intake = await copiesIn(where, new Map([[entry, key]])).create('a call', 'wav');
for (let piece = 0; piece < Number(pieces); piece++) {
  await intake.append(new Uint8Array(50_000).fill(piece));
  process.stdout.write(`${piece}\n`);
  await new Promise((resolve) => setTimeout(resolve, 2));
}
await intake.keep();
process.stdout.write('kept\n');
setInterval(() => undefined, 1_000);
