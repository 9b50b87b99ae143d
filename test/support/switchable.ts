import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Behaviour = (client: Socket) => void;

import { applicationData, noRequest } from './before.ts';

export interface Switchable {
  readonly port: number;
  /** What becomes of connections from now on. */
  behave(how: Behaviour): void;
  /** Connections taken so far. */
  taken(): number;
  close(): Promise<void>;
}

/** What stands between the program and the PBX, below HTTP: told how to treat each connection. */
export async function switchable(first: Behaviour): Promise<Switchable> {
  let how = first;
  let taken = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    taken += 1;
    open.add(client);
    client.on('error', () => undefined);
    client.on('close', () => open.delete(client));
    how(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    behave: (next) => {
      how = next;
    },
    taken: () => taken,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const client of open) client.destroy();
      await closed;
    },
  };
}

export const passTo =
  (port: number): Behaviour =>
  (client) => {
    const onward = connect(port, '127.0.0.1');
    onward.on('error', () => client.destroy());
    client.on('close', () => onward.destroy());
    client.pipe(onward).pipe(client);
  };

export const silent: Behaviour = (client) => client.resume();
export const reset: Behaviour = (client) => client.resetAndDestroy();
/** Says something at the first word. */
export const say =
  (words: string): Behaviour =>
  (client) =>
    client.once('data', () => client.end(words));

/** A proxy that opens tunnels, whatever the place that is asked for, to this port. */
export const tunnelTo =
  (port: number): Behaviour =>
  (client) =>
    client.once('data', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      passTo(port)(client);
    });

export type Cut = 'never' | 'at the request' | 'at the reply';

/** The same, which ends the connection where a request in TLS comes by, or the first of the reply to it. */
export const cuttingTunnelTo =
  (port: number, when: () => Cut): Behaviour =>
  (client) =>
    client.once('data', () => {
      const onward = connect(port, '127.0.0.1');
      onward.on('error', () => client.destroy());
      client.on('close', () => onward.destroy());
      let isAsked = false;
      client.on('data', (piece: Buffer) => {
        isAsked ||= applicationData(piece) > noRequest;
        if (isAsked && when() === 'at the request') client.destroy();
        else onward.write(piece);
      });
      onward.on('data', (piece: Buffer) => {
        if (isAsked && when() === 'at the reply') client.destroy();
        else client.write(piece);
      });
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    });
