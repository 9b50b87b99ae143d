import type { Recording } from './call.ts';
import type { Leg } from './leg.ts';
import type { Row } from './rows.ts';

/**
 * The recordings of the legs in which the user was heard. A leg that nobody answered names a file too, which is only a header;
 * several legs may name the same one.
 */
export function recordingsOf(answered: readonly Pick<Leg, 'row' | 'to'>[]): {
  readonly named: Recording[];
  readonly unnamed: Recording | null;
} {
  const files = new Map<string, Recording>();
  for (const { row } of answered) {
    if (row.recordingfile !== '' && !files.has(row.recordingfile)) files.set(row.recordingfile, handle(row));
  }
  const first = answered.find((leg) => !isAlone(leg))?.row;
  const unnamed = files.size === 0 && first !== undefined && first.uniqueid !== '' ? handle(first) : null;
  return { named: [...files.values()], unnamed };
}

/** What the PBX plays or takes down by itself. Not among them: conferences, which may be recorded as a whole. */
const service =
  /^(?:echo|milliwatt|musiconhold|(?:control)?playback|background(?:detect)?|say[a-z]+|voicemail(?:main)?|directory|busy|congestion|playtones)$/i;

/**
 * Nobody was connected. A recording that is started by hand is a feature of a bridge (Asterisk, features.conf: `automixmon`), and
 * one that starts by itself has its name in the row: there is none. A row without the column of the second channel does not tell.
 */
function isAlone({ row, to }: Pick<Leg, 'row' | 'to'>): boolean {
  return to.kind === 'none' && service.test(row.lastapp ?? '');
}

function handle(row: Row): Recording {
  return {
    file: row.recordingfile,
    uniqueId: row.uniqueid,
    src: row.src,
    dst: row.dst,
    calldate: row.calldate,
  };
}
