import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface Connection {
  /** From 1, in the order in which TCP connections were taken. */
  readonly number: number;
  /** Which request of its connection this one is, from 1. */
  readonly nth: number;
  readonly hangUp: (how: 'orderly' | 'reset') => void;
}

/**
 * Numbers a server's TCP connections and keeps hold of them. Under TLS a request's socket is a wrapper that does not
 * tell which TCP connection it wraps, hence the look-up by the client's port: no two open connections share one.
 */
export function watchConnections(server: Server): {
  count(): number;
  take(socket: Socket): Connection;
  endAll(): void;
} {
  const open = new Map<number, { readonly raw: Socket; readonly number: number; requests: number }>();
  let count = 0;

  server.on('connection', (raw: Socket) => {
    count += 1;
    const clientPort = raw.remotePort ?? -count;
    open.set(clientPort, { raw, number: count, requests: 0 });
    // A port may be taken again before the old connection has gone; only its own entry goes with it.
    raw.on('close', () => {
      if (open.get(clientPort)?.raw === raw) open.delete(clientPort);
    });
    // A client that resets its connection is not an error of the stand-in.
    raw.on('error', () => undefined);
  });

  return {
    count: () => count,
    take(socket) {
      const known = open.get(socket.remotePort ?? 0);
      if (!known) return { number: 0, nth: 0, hangUp: () => socket.destroy() };
      known.requests += 1;
      return {
        number: known.number,
        nth: known.requests,
        hangUp: (how) => (how === 'reset' ? known.raw.resetAndDestroy() : socket.destroy()),
      };
    },
    endAll() {
      for (const { raw } of open.values()) raw.destroy();
    },
  };
}
