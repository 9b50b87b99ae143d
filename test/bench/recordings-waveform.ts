import { bundle } from '../../build/bundle.ts';
import { projectFolder } from '../../build/project.ts';
import { type Figure, resultOf, table } from './figures.ts';
import { recordingsOf, serveHour } from './hour-recorded.ts';
import type { Hour } from './hours.ts';

const rounds = 9;
/** As many bars as the player has. */
const bars = 109;

/** Milliseconds from the last byte of an hour to its waveform, beside reading it once from where it is kept. */
async function waveformOf(file: Hour): Promise<Figure> {
  const pbx = await serveHour(file);
  const { recordings, ref, close } = recordingsOf({ file, kept: true, port: pbx.port });
  try {
    const id = recordings.id(ref);
    await recordings.open(id);
    const read = async () => {
      const { stream } = await recordings.respond(id, 'bytes=0-');
      for await (const piece of stream ?? []) void piece;
    };
    await read();
    const [ours, floor]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await timed(() => recordings.sketch(id, bars)));
      floor.push(await timed(read));
    }
    await recordings.end();
    return { what: `waveform, ${file}`, unit: 'ms', ours, floor, aim: { most: 300 } };
  } finally {
    close();
    pbx.close();
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

await bundle(projectFolder);
const figures = [await waveformOf('hour.gsm'), await waveformOf('hour.wav')];
console.log(table(figures.map(resultOf)));
