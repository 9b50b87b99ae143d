import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../build/bundle.ts';
import { projectFolder } from '../../build/project.ts';
import { recordingsOf, serveHour } from './hour-recorded.ts';
import { figureOf, residentMegabytes } from './own-process.ts';

export interface MemoryFigure {
  readonly name: string;
  /** The most above idle while an hour was fetched, its waveform drawn and all of it played. */
  readonly megabytes: number;
  /** Of the same process that only fetches the file and throws it away. */
  readonly floorMegabytes: number;
  readonly ratio: number;
  readonly aimMegabytes: number;
  readonly good: boolean;
}

const cases = {
  'GSM, kept on disk': { name: 'hour.gsm', kept: true },
  '16-bit WAV, kept on disk': { name: 'hour.wav', kept: true },
  'GSM, no keychain': { name: 'hour.gsm', kept: false },
  '16-bit WAV, no keychain': { name: 'hour.wav', kept: false },
} as const;
type CaseName = keyof typeof cases;

/** Each case in a process of its own that starts idle; the most its memory grew, by the kernel's own high-water mark. */
export async function benchMemory(): Promise<MemoryFigure[]> {
  await bundle(projectFolder);
  const figures: MemoryFigure[] = [];
  for (const name of Object.keys(cases) as CaseName[]) {
    const floor = await inProcess(name, 'floor');
    const ours = await inProcess(name, 'ours');
    figures.push({
      name,
      megabytes: Math.round(ours),
      floorMegabytes: Math.round(floor),
      ratio: Math.round((ours / Math.max(1, floor)) * 100) / 100,
      aimMegabytes: 64,
      good: ours <= 64,
    });
  }
  return figures;
}

async function inProcess(name: CaseName, what: 'floor' | 'ours'): Promise<number> {
  // The PBX's memory is not the program's: it stays in this process.
  const pbx = await serveHour(cases[name].name);
  try {
    return await figureOf(fileURLToPath(import.meta.url), [name, what, String(pbx.port)]);
  } finally {
    pbx.close();
  }
}

async function child([name, what, port]: readonly string[]): Promise<void> {
  const { name: file, kept } = cases[name as CaseName];
  const { recordings, download, ref, close } = recordingsOf({ file, kept, port: Number(port) });
  await after(300);
  const idle = residentMegabytes('VmRSS');
  if (what === 'floor') {
    const reply = await download({ filename: file }, new AbortController().signal);
    if (reply.kind === 'file') for await (const piece of reply.body) void piece;
  } else {
    const id = recordings.id(ref);
    await recordings.open(id);
    const waveform = recordings.measures(id, 1_000);
    const { stream } = await recordings.respond(id, 'bytes=0-');
    for await (const piece of stream ?? []) void piece;
    await waveform;
    await recordings.end();
  }
  const grown = residentMegabytes('VmHWM') - idle;
  close();
  process.send?.(grown);
  process.disconnect();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.send) await child(process.argv.slice(2));
  else console.table(await benchMemory());
}
