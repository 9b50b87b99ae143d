import type { Leg } from './leg.ts';
import type { Row } from './rows.ts';

export type Disposition = 'answered' | 'no-answer' | 'busy' | 'failed' | 'unknown';

/** Written with spaces, underscores or neither, by version and back end. */
const dispositions: Readonly<Record<string, Disposition>> = {
  ANSWERED: 'answered',
  ANSWER: 'answered',
  NOANSWER: 'no-answer',
  CANCEL: 'no-answer',
  BUSY: 'busy',
  FAILED: 'failed',
  CONGESTION: 'failed',
  CHANUNAVAIL: 'failed',
};

export function dispositionOf(text: string | null): Disposition {
  if (text === 'ANSWERED') return 'answered';
  if (text === 'NO ANSWER') return 'no-answer';
  return dispositions[(text ?? '').toUpperCase().replace(/[^A-Z]/g, '')] ?? 'unknown';
}

/** Destinations of a dialplan that say how a call ended: `out-BUSY`, `s-NOANSWER`. */
const ending = /^(?:s|out|trunk|macro|exit)-([A-Z_]+)$/;

export function endingOf(dst: string): Disposition | null {
  const status = ending.exec(dst)?.[1];
  if (status === undefined) return null;
  const said = dispositionOf(status);
  return said === 'unknown' ? 'failed' : said;
}

/**
 * The trunk did not take the call: a number that does not exist, or a refusal. The CDR of such a try says NO ANSWER, for no
 * better word fits the cause (Q.850: 1, 21); where the dialplan goes on to tells.
 */
export function wasTurnedDown(dst: string): boolean {
  return /^(?:out|trunk)-(?:CHANUNAVAIL|CONGESTION)$/.test(dst);
}

/** Extensions that a dialplan has for itself; nobody dials them. */
export function isPseudo(dst: string): boolean {
  return (
    dst === '' || /^(?:[sihtoeTa]|hangup|start|fax|~~s~~|STARTMEETME)$/.test(dst) || endingOf(dst) !== null
  );
}

/** Announcements and tones that tell a caller why their call did not go through, and what a dialplan ends with. */
const announcement = new RegExp(
  '^(?:(?:control)?playback|busy|congestion|playtones|hangup|wait|noop|progress|ringing|answer|' +
    'goto(?:if)?|gosub|return|macro(?:exit)?|set|execif|resetcdr|zapateller)$',
  'i',
);

export function isAnnouncement(lastapp: string): boolean {
  return announcement.test(lastapp);
}

export function isConference({ lastapp }: Row): boolean {
  return lastapp === 'ConfBridge' || lastapp === 'MeetMe';
}

/** With these a phone fetches a call that waits or rings elsewhere. */
export function isFetching({ lastapp }: Row): boolean {
  return lastapp === 'ParkedCall' || lastapp === 'Pickup' || lastapp === 'PickupChan';
}

/** What answers in the place of a person. `VoiceMailMain`, with which one listens to messages, is not among them. */
const machine =
  /^(?:voicemail|(?:control)?playback|background(?:detect)?|waitexten|read|busy|congestion|playtones)$/i;

/** Somebody at the other end of this leg answered. That the PBX answered by itself is not it. */
export function wasTaken({ row, to }: Leg): boolean {
  if (dispositionOf(row.disposition) !== 'answered' || machine.test(row.lastapp ?? '')) return false;
  return to.kind !== 'none' && to.kind !== 'machine';
}

/** Clocks of two rows may be rounded apart. */
export const rounding = 1_000;

/**
 * A call that rang at one phone and was fetched from it by another: the row of the first says ANSWERED too, with no second talked,
 * and where it ends the caller is with the other, by the same `Dial`.
 */
export function wasFetched(leg: Leg, legs: readonly Leg[]): boolean {
  const { row, start, end } = leg;
  if (row.billsec !== 0 || row.lastapp !== 'Dial' || !wasTaken(leg)) return false;
  return legs.some(
    (other) =>
      other.row.channel === row.channel &&
      other.row.dstchannel !== row.dstchannel &&
      other.start >= start &&
      Math.abs(other.start - end) <= rounding &&
      (other.row.lastdata === row.lastdata || other.row.lastdata === '' || row.lastdata === '') &&
      wasTaken(other),
  );
}
