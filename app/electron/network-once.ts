import type { Socket } from 'node:net';
import type { Session } from 'electron';
import type { Gate } from '../pbx/once/gate.ts';
import { placeOf, reach } from '../pbx/once/reach.ts';
import { type HttpReply, type HttpRequest, TransportError } from '../pbx/transport.ts';
import { gathered, send } from './network-stream.ts';

export interface Ways {
  /** The system's proxy holds there. */
  readonly system: Session;
  /** The gate is its proxy, once `gated` has resolved. */
  readonly once: Session;
  readonly gated: Promise<Gate>;
  /** For where only Chromium itself finds the way: its proxy is the system's. */
  readonly alone: () => Session;
}

/** A way to the PBX, and a connection that stands at its end. */
export interface Approach {
  readonly origin: string;
  readonly began: number;
  /** `null`: only Chromium itself finds the way. Rejects with a `TransportError`. */
  readonly first: Promise<Socket | null>;
  another(): Promise<Socket | null>;
}

/** `connect`: milliseconds. */
export function approach(origin: string, connect: number, system: Session): Approach {
  const late = AbortSignal.timeout(connect);
  const route = inTime(system.resolveProxy(origin), late);
  const another = async () => await reach(placeOf(origin), await route, late);
  const first = another();
  // One that was made in advance may be needed by nobody.
  first.catch(() => undefined);
  return { origin, began: performance.now(), first, another };
}

/**
 * Sends a request that acts in the world. It does not exist before a connection to the PBX stands, and then it gets past the gate once or
 * not at all: which of the two an error tells for certain.
 */
export async function sendOnce(request: HttpRequest, ways: Ways, by: Approach): Promise<HttpReply> {
  const { limits } = request;
  const first = await by.first;
  const gate = await ways.gated.catch(() => null);
  if (first === null || gate === null) {
    first?.destroy();
    const alone = ways.alone();
    // Chromium sends again what a connection that was used before, or kept as a spare one, did not answer.
    await alone.closeAllConnections();
    return await gathered(await send(request, alone));
  }

  const passage = gate.open(placeOf(by.origin), first, by.another);
  const connect = limits.connect - (performance.now() - by.began);
  try {
    return await gathered(await send({ ...request, limits: { ...limits, connect } }, ways.once, passage));
  } catch (error) {
    passage.end();
    throw told(error, passage.hasLeft());
  } finally {
    passage.end();
  }
}

/** What Chromium says, by what was seen at the gate, which it takes for a proxy. */
function told(error: unknown, hasLeft: boolean): unknown {
  if (!(error instanceof TransportError)) return error;
  const { code, details } = error;
  const ofTheWay = code === 'proxy' || code === 'no-reply';
  if (hasLeft) return new TransportError(ofTheWay ? 'no-reply' : code, 'maybe', details);
  return new TransportError(ofTheWay ? 'unreachable' : code, 'no', details);
}

/** A proxy may be chosen by a script that has to be fetched first. */
async function inTime<T>(work: Promise<T>, late: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const tooLate = new Promise<never>((_, reject) => {
    stop = () => reject(new TransportError('proxy', 'no', 'choosing a proxy takes too long'));
    late.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, tooLate]);
  } catch (error) {
    throw error instanceof TransportError ? error : new TransportError('proxy', 'no', 'no proxy was chosen');
  } finally {
    late.removeEventListener('abort', stop);
  }
}
