import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Account } from '../../app/pbx/account.ts';
import { parseEndpoint } from '../../app/pbx/endpoint.ts';
import { createDownload } from '../../app/pbx/recording.ts';
import { createCopies } from '../../app/recordings/cache.ts';
import { createDecodingThread, startDecoder } from '../../app/recordings/decode/thread.ts';
import { createRecordings } from '../../app/recordings/recordings.ts';
import { createSecretKey } from '../../app/settings/secret-key.ts';
import { projectFolder } from '../../build/project.ts';
import { nodeTransport } from '../support/node-transport.ts';
import { type Hour, partsOf } from './hours.ts';

/** A PBX that has one recording, which it makes while it sends it. */
export async function serveHour(name: Hour): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((_request, response) => void send(response, name));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function send(response: ServerResponse, name: Hour): Promise<void> {
  const { header, dataBytes, piece } = partsOf(name);
  response.writeHead(200, { 'content-length': header.length + dataBytes });
  response.write(header);
  for (let left = dataBytes; left > 0 && !response.destroyed; left -= piece.length)
    if (!response.write(piece.subarray(0, left))) await new Promise((go) => response.once('drain', go));
  response.end();
}

/** The program's recordings, without a window. `kept`: there is a keychain, so that copies lie on the disk. The decoder is the bundled one. */
export function recordingsOf({ file, kept, port }: { file: Hour; kept: boolean; port: number }) {
  const where = mkdtempSync(path.join(tmpdir(), 'bench-recordings-'));
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
  return {
    recordings: createRecordings({ copies, download: () => download, decode }),
    download,
    ref: { key: 'hour', filename: file, uniqueid: null, src: null, dst: null, calldate: null },
    close() {
      network.close();
      rmSync(where, { recursive: true, force: true });
    },
  };
}
