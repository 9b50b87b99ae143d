import { Buffer } from 'node:buffer';
import type { ServerResponse } from 'node:http';
import { Http2ServerResponse } from 'node:http2';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as after } from 'node:timers/promises';
import type { Answer } from './answers.ts';
import type { DeliveryFault } from './faults.ts';

export interface Delivery {
  readonly response: ServerResponse;
  /** Ends the connection below HTTP. */
  readonly hangUp: (how: 'orderly' | 'reset') => void;
  /** Aborted when the stand-in closes: no delivery outlives it. */
  readonly signal: AbortSignal;
}

export function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  response.end(answer.body);
}

export async function deliver(answer: Answer, fault: DeliveryFault, to: Delivery): Promise<void> {
  const { response, hangUp, signal } = to;
  const { body } = answer;
  const half = body.subarray(0, Math.floor(body.length / 2));
  const head = (length: number): void => {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': length });
  };

  switch (fault.kind) {
    case 'slow':
      await after(fault.ms, undefined, { signal });
      send(response, answer);
      return;
    case 'hang':
      return;
    case 'close-before-reply':
      hangUp('orderly');
      return;
    case 'reset-before-reply':
      hangUp('reset');
      return;
    case 'reset-stream':
      if (response instanceof Http2ServerResponse) response.stream.close(fault.code);
      else hangUp('reset');
      return;
    case 'close-mid-reply':
      head(body.length);
      await written(response, half);
      hangUp('orderly');
      return;
    case 'stall-mid-reply':
      head(body.length);
      await written(response, half);
      return;
    case 'wrong-length':
      // A client must not be left waiting on a connection that lives on: what is wrong here is the number alone.
      response.setHeader('connection', 'close');
      head(body.length + fault.by);
      response.end(body);
      return;
    case 'raw':
      response.socket?.end(fault.bytes);
      return;
    case 'drip':
      head(body.length);
      for (const byte of body) {
        if (response.destroyed) return;
        response.write(Buffer.of(byte));
        await after(fault.everyMs, undefined, { signal });
      }
      response.end();
      return;
    case 'endless':
      await sendForever(answer, response, signal);
  }
}

function written(response: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    response.write(bytes, () => resolve());
  });
}

/** Begins like the right reply and goes on for as long as the client reads: `pipeline` waits for it. */
async function sendForever(answer: Answer, response: ServerResponse, signal: AbortSignal): Promise<void> {
  response.writeHead(answer.status, answer.headers);
  const start = answer.body.subarray(0, Math.max(0, answer.body.length - 1));
  try {
    await pipeline(Readable.from(startedWith(start)), response, { signal });
  } catch (error) {
    // That the client leaves is the only end this has.
    if (!response.destroyed) throw error;
  }
}

function* startedWith(start: Buffer): Generator<Buffer> {
  yield start;
  const more = Buffer.alloc(64 * 1024, ' ');
  for (;;) yield more;
}
