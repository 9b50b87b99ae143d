import { connect, createServer } from 'node:net';

/** What stands before a server: it can send on to another one, and adds up what that one is sent once a handshake is over. */
export async function before(port: number) {
  let [to, sent] = [port, 0];
  const server = createServer((client) => {
    const at = to;
    const onward = connect(at, '127.0.0.1');
    client.on('data', (piece: Buffer) => {
      if (at === to) sent += applicationData(piece);
    });
    for (const one of [client, onward]) one.on('error', () => undefined);
    client.on('close', () => onward.destroy());
    onward.on('close', () => client.destroy());
    client.pipe(onward).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  return {
    port: typeof place === 'object' && place !== null ? place.port : 0,
    sendTo(other: number) {
      [to, sent] = [other, 0];
    },
    /** Bytes. */
    sent: () => sent,
    close: () => server.close(),
  };
}

/** Bytes in the records of TLS that look like an application's: its alerts and the end of its handshake do, too. */
export function applicationData(piece: Buffer): number {
  let bytes = 0;
  for (let at = 0, length = 0; at + 5 <= piece.length; at += 5 + length) {
    length = piece.readUInt16BE(at + 3);
    if (piece[at] === 23) bytes += length;
  }
  return bytes;
}

/** The end of a handshake and of a connection have fewer; with a request, or a name and its password, between them there are more. */
export const noRequest = 100;
