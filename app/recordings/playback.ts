import path from 'node:path';
import type { OpenRecording } from '../contract/recordings.ts';
import type { Account } from '../pbx/account.ts';
import { createDownload, type DownloadParts, type RecordingDownload } from '../pbx/recording.ts';
import type { StreamingTransport } from '../pbx/transport.ts';
import type { TimeLimit } from '../settings/credentials.ts';
import type { Keychain } from '../settings/keychain.ts';
import { copiesEntry, createSecretKey } from '../settings/secret-key.ts';
import type { Timer } from '../util/timer.ts';
import { createCopies } from './cache.ts';
import { createDecodingThread, startDecoder } from './decode/thread.ts';
import { createDragged } from './dragged.ts';
import { createPlayer, type PlayerParts } from './player.ts';
import { createRecordings } from './recordings.ts';

export interface PlaybackParts extends Omit<PlayerParts, 'recordings' | 'dragged'> {
  readonly timer: Timer;
  /** Of this profile. */
  readonly folder: string;
  /** The bundle of `decode/worker.ts`. */
  readonly decoder: string;
  readonly keychain: Keychain;
  /** The name of this profile in the keychain. */
  readonly profile: string;
  readonly limit: TimeLimit;
  /** How long copies are kept, in milliseconds. */
  readonly keptFor: () => number;
  readonly transport: StreamingTransport;
  readonly through: NonNullable<DownloadParts['through']>;
  readonly account: () => Account | null;
  readonly changed: (recording: OpenRecording) => void;
}

/** Everything about recordings, put together: what keeps them, what fetches, decodes and serves them, and the player. */
export function createPlayback(parts: PlaybackParts) {
  const key = createSecretKey(parts.keychain, copiesEntry(parts.profile), parts.limit);
  const { now, keptFor } = parts;
  const copies = createCopies({ folder: path.join(parts.folder, 'recordings'), key, now, keptFor });
  const dragged = createDragged({ folder: path.join(parts.folder, 'dragged'), timer: parts.timer });
  void dragged.clear();
  const thread = createDecodingThread(() => startDecoder(parts.decoder));
  const recordings = createRecordings({
    copies,
    decode: thread.decode,
    download: downloadOf(parts),
    changed(id) {
      const view = recordings.view(id);
      if (view) parts.changed({ id, ...view });
    },
  });

  return {
    player: createPlayer({ ...parts, recordings, dragged }),
    /** For the protocol handler. */
    respond: recordings.respond,
    placeOf: recordings.placeOf,
    /** Recordings are in sight: what the first press would wait for is got ready. */
    warm() {
      thread.warm();
      void key.warm();
    },
    /** Old copies go. */
    tidy: copies.tidy,
    olderThan: copies.olderThan,
    countOf: copies.countOf,
    /** The program ends. */
    async end() {
      await dragged.clear();
      await recordings.end();
      await thread.end();
    },
  };
}

function downloadOf({ transport, through, account }: PlaybackParts) {
  return (): RecordingDownload | null => {
    const signedIn = account();
    return signedIn && createDownload({ transport, through, account: signedIn });
  };
}
