import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readCdrReply } from '../../app/pbx/cdr-rows.ts';
import { openReplyRows } from '../../app/sync/reply-rows.ts';
import { nodeTransport } from '../support/node-transport.ts';
import { manyRows } from './calls-cost.ts';
import { figureOf, residentMegabytes } from './own-process.ts';

export interface CallsMemory {
  readonly replyMegabytes: number;
  /** The most above idle while everybody's rows were read, by the kernel's own high-water mark. */
  readonly megabytes: number;
  /** Of a process that reads the same reply and throws it away. */
  readonly floorMegabytes: number;
  /** Of one that reads it whole, and then parses it. */
  readonly wholeMegabytes: number;
  readonly ratio: number;
}

const ways = ['floor', 'ours', 'whole'] as const;
type Way = (typeof ways)[number];

export async function benchCallsMemory(): Promise<CallsMemory> {
  const reply = Buffer.from(JSON.stringify({ success: true, value: manyRows(76_000) }));
  // The PBX's memory is not the program's: it stays in this process.
  const server = createServer((_request, response) => void response.end(reply));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const inProcess = (way: Way) => figureOf(fileURLToPath(import.meta.url), [way, String(port)]);
  const [floor = 0, ours = 0, whole = 0] = [
    await inProcess('floor'),
    await inProcess('ours'),
    await inProcess('whole'),
  ];
  server.close();
  return {
    replyMegabytes: Math.round(reply.length / 1e6),
    megabytes: Math.round(ours),
    floorMegabytes: Math.round(floor),
    wholeMegabytes: Math.round(whole),
    ratio: Math.round((ours / Math.max(1, floor)) * 100) / 100,
  };
}

async function child([way, port]: readonly string[]): Promise<void> {
  const network = nodeTransport();
  await after(300);
  const idle = residentMegabytes('VmRSS');
  const limits = { connect: 10_000, firstByte: 10_000, whole: 60_000, bytes: 60_000_000 };
  const url = `http://127.0.0.1:${port}/`;
  const request = { method: 'POST', url, headers: {}, body: '{}', once: false, limits } as const;
  if (way === 'whole') {
    const { body } = await network.send(request);
    JSON.parse(Buffer.from(body).toString());
  } else {
    const reply = await network.stream(request, new AbortController().signal);
    if (way === 'floor') for await (const piece of reply.body) void piece;
    else {
      const open = () => openReplyRows({ extension: '101', agentId: null });
      const read = await readCdrReply(reply, open, (text) => text);
      if (!read.ok || read.value.rows.count !== 76_000) throw new Error('not read');
    }
  }
  network.close();
  process.send?.(residentMegabytes('VmHWM') - idle);
  process.disconnect();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.send) await child(process.argv.slice(2));
  else console.table(await benchCallsMemory());
}
