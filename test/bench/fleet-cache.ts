import type { CdrWindow } from '../../app/pbx/client.ts';
import type { FleetReply } from './fleet-pbx.ts';

/** What the cache before the PBX makes of a question. */
export interface Cached {
  readonly reply: FleetReply;
  /** Milliseconds until the desk has it. */
  readonly takes: number;
  /** The PBX was asked. */
  readonly isMiss: boolean;
}

/** The empty list, which is kept though it is short. */
const emptyList = 27;
const short = 400;

/**
 * nginx with `build/nginx/promptcall-cache.conf`, on a virtual clock: one answer for all who ask the same in the same piece of time, those
 * included who ask before it has come. `fleet-nginx.ts` holds it against the real one.
 */
export function createFleetCache(takes: (bytes: number) => number) {
  const kept = new Map<string, { readonly reply: FleetReply; readonly done: number }>();
  return (now: number, window: CdrWindow, ask: () => FleetReply): Cached => {
    const piece = window.endTime.endsWith('23:59:59') ? 5_000 : 60_000;
    const key = `${Math.floor(now / piece)} ${JSON.stringify(window)}`;
    const found = kept.get(key);
    if (found) return { reply: found.reply, takes: Math.max(0, found.done - now), isMiss: false };
    const reply = ask();
    const done = now + takes(reply.bytes);
    for (const old of kept.keys()) if (kept.size > 1_000) kept.delete(old);
    if (reply.bytes >= short || reply.bytes === emptyList) kept.set(key, { reply, done });
    return { reply, takes: done - now, isMiss: true };
  };
}
