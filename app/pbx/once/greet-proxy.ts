import { connect } from 'node:tls';
import { TransportError } from '../transport.ts';
import { neverStood, nodeCode } from './node-errors.ts';
import { type Address, standing } from './reach.ts';

/** What is said of bytes that are no record of TLS; of a connection that ends before the handshake does. */
const noTls = 'ERR_SSL_WRONG_VERSION_NUMBER';
const closed = 'ECONNRESET';

/**
 * Chromium says the same of a proxy that is not there and of one that is, but does not speak TLS: with `https://` before its address although HTTP
 * is spoken with it in the clear. This one greets it and sends nothing else. Throws a `TransportError` that says what it is, where it tells.
 * Whether its certificate is trusted is Chromium's to say.
 */
export async function greetProxy(proxy: Address, signal: AbortSignal): Promise<void> {
  const socket = await standing(proxy, signal).catch((error: unknown) => {
    throw neverStood(error, 'proxy-unreachable');
  });
  const greeted = connect({ socket, rejectUnauthorized: false });
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop);
  const said = await new Promise<string | null>((resolve) => {
    greeted.once('secureConnect', () => resolve(null));
    greeted.on('error', (error) => resolve(nodeCode(error)));
    greeted.once('close', () => resolve(closed));
  });
  signal.removeEventListener('abort', stop);
  socket.destroy();
  if (said !== null && signal.aborted)
    throw new TransportError('proxy-no-way', 'no', 'TLS: no answer in time');
  if (said === noTls) throw new TransportError('proxy-another', 'no', 'no TLS in reply to a greeting');
  if (said === closed) throw new TransportError('proxy-closed', 'no', 'TLS: closed');
}
