import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Account } from '../../app/pbx/account.ts';
import { parseEndpoint } from '../../app/pbx/endpoint.ts';
import { createDownload } from '../../app/pbx/recording.ts';
import { createCopies } from '../../app/recordings/cache.ts';
import { createDecodingThread, startDecoder } from '../../app/recordings/decode/thread.ts';
import { wavHeader } from '../../app/recordings/decode/wav-header.ts';
import { createRecordings } from '../../app/recordings/recordings.ts';
import { createSecretKey } from '../../app/settings/secret-key.ts';
import { bundle } from '../../build/bundle.ts';
import { projectFolder } from '../../build/project.ts';
import { nodeTransport } from '../support/node-transport.ts';
import { gsmPiece, linePiece } from './hours.ts';
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

const hour = 3_600;
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
  const server = createServer((_request, response) => void send(response, cases[name].name));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const grown = await figureOf(fileURLToPath(import.meta.url), [name, what, String(port)]);
  server.closeAllConnections();
  server.close();
  return grown;
}

async function send(response: import('node:http').ServerResponse, name: string): Promise<void> {
  const dataBytes = name.endsWith('.gsm') ? hour * 50 * 33 : hour * 16_000;
  const piece = name.endsWith('.gsm') ? gsmPiece() : linePiece();
  const header = name.endsWith('.gsm') ? new Uint8Array(0) : wavHeader(8_000, 1, dataBytes);
  response.writeHead(200, { 'content-length': header.length + dataBytes });
  response.write(header);
  for (let left = dataBytes; left > 0 && !response.destroyed; left -= piece.length)
    if (!response.write(piece.subarray(0, left))) await new Promise((go) => response.once('drain', go));
  response.end();
}

async function child([name, what, port]: readonly string[]): Promise<void> {
  const { name: filename, kept } = cases[name as CaseName];
  const where = mkdtempSync(path.join(tmpdir(), 'bench-memory-'));
  const endpoint = parseEndpoint(`http://127.0.0.1:${port}`, { allowPlainHttp: true });
  if (!endpoint.ok) throw new Error('no endpoint');
  const account: Account = {
    ...{ endpoint: endpoint.value, apiKey: 'k', apiSecret: 's', authentication: 'header', requests: 'post' },
    ...{ extension: '101', agentId: null },
  };
  const entries = new Map([['key', randomBytes(32).toString('base64')]]);
  const refuse = () => Promise.reject(new Error('no keychain'));
  const keychain = {
    read: kept ? async (entry: string) => entries.get(entry) ?? null : refuse,
    write: refuse,
    remove: async () => false,
  };
  const network = nodeTransport();
  const download = createDownload({ transport: network.stream, account });
  const copies = createCopies({
    folder: path.join(where, 'recordings'),
    key: createSecretKey(keychain, 'key', (work) => work),
    keptFor: () => 14 * 86_400_000,
    now: Date.now,
  });
  const { decode } = createDecodingThread(() => startDecoder(path.join(projectFolder, 'out', 'decoder.cjs')));
  const recordings = createRecordings({ copies, download: () => download, decode });
  await after(300);
  const idle = residentMegabytes('VmRSS');
  if (what === 'floor') {
    const reply = await download({ filename }, new AbortController().signal);
    if (reply.kind === 'file') for await (const piece of reply.body) void piece;
  } else {
    const ref = { key: 'hour', filename, uniqueid: null, src: null, dst: null, calldate: null };
    const id = recordings.id(ref);
    await recordings.open(id);
    const waveform = recordings.measures(id, 1_000);
    const { stream } = await recordings.respond(id, 'bytes=0-');
    for await (const piece of stream ?? []) void piece;
    await waveform;
    await recordings.end();
  }
  const grown = residentMegabytes('VmHWM') - idle;
  network.close();
  rmSync(where, { recursive: true, force: true });
  process.send?.(grown);
  process.disconnect();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.send) await child(process.argv.slice(2));
  else console.table(await benchMemory());
}
