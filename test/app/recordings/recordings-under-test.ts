import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Account } from '../../../app/pbx/account.ts';
import { parseEndpoint } from '../../../app/pbx/endpoint.ts';
import { createDownload } from '../../../app/pbx/recording.ts';
import type { StreamingTransport } from '../../../app/pbx/transport.ts';
import type { CopiesBounds } from '../../../app/recordings/cache.ts';
import { createDecodingThread } from '../../../app/recordings/decode/thread.ts';
import type { RecordingRef } from '../../../app/recordings/find.ts';
import { createRecordings, type RecordingsParts } from '../../../app/recordings/recordings.ts';
import { usualPattern } from '../../../app/recordings/save.ts';
import { type PbxOptions, startPbx } from '../../pbx/stand-in.ts';
import { transportsForTest } from '../pbx/pbx-under-test.ts';
import { copiesIn } from './copies-under-test.ts';
import { startDecoder } from './decoder.ts';
import { folder } from './reference.ts';

export function ref(about: Partial<RecordingRef>): RecordingRef {
  const nothing = { filename: null, uniqueid: null, src: null, dst: null, calldate: null };
  return { key: about.key ?? about.filename ?? 'a call', ...nothing, ...about };
}

/** What a player needs that saves nothing. */
export const savesNowhere = {
  dragged: { write: async () => '', has: () => false, clear: async () => undefined },
  startDrag: () => undefined,
  chooseFolder: async () => null,
  savingAll: () => undefined,
  onListClock: (calldate: string) => calldate,
  fileNames: () => usualPattern,
  directions: () => ({ incoming: 'Incoming', outgoing: 'Outgoing' }),
};

/** Recordings of a stand-in PBX, kept in a folder of the test's own. */
export async function underTest(
  options: {
    readonly pbx?: Partial<PbxOptions>;
    readonly keychain?: 'answers' | 'silent';
    readonly bounds?: Partial<CopiesBounds>;
    readonly limits?: RecordingsParts['limits'];
    readonly transport?: StreamingTransport;
    readonly through?: () => Promise<string | null>;
    readonly changed?: (id: string) => void;
  } = {},
) {
  const standIn = await startPbx(options.pbx);
  const endpoint = parseEndpoint(standIn.origin, { allowPlainHttp: true });
  if (!endpoint.ok) throw new Error('no endpoint');
  const account: Account = {
    endpoint: endpoint.value,
    apiKey: 'demo-key',
    apiSecret: 'demo-secret',
    authentication: 'header',
    requests: 'post',
    extension: '101',
    agentId: null,
  };
  const where = path.join(folder(), 'recordings');
  const entries = options.keychain === 'silent' ? null : new Map<string, string>();
  const copies = copiesIn(where, entries, options.bounds);
  const { transport = transportsForTest().streaming, through = async () => null } = options;
  const download = createDownload({ transport, through, account });
  const { limits = {}, changed = () => undefined } = options;
  const thread = createDecodingThread(startDecoder);
  const { decode } = thread;
  const recordings = createRecordings({ copies, download: () => download, decode, limits, changed });
  onTestFinished(async () => {
    await recordings.end();
    await thread.end();
    await standIn.close();
  });
  return { standIn, recordings, copies, where, entries, download };
}
