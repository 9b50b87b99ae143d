import type { Zone } from '../util/zone.ts';
import { asTrunk, type Channel, dialTargets, isExtensionLike, mailboxOf, readChannel } from './channels.ts';
import { asOwn } from './devices.ts';
import { isConference } from './dispositions.ts';
import type { Claim, Leg, Owner } from './leg.ts';
import { epochOf, type Row, withoutPeople } from './rows.ts';

/** `null`: neither the calldate nor the unique id tells a time; such a row can be no call in a list by time. */
export function readLeg(row: Row, owner: Owner, zone: Zone): Leg | null {
  const start = startOf(row, zone);
  if (start === null) return null;
  const { extension } = owner;
  const from = asOwn(
    readChannel(row.channel),
    extension,
    () => (row.src === extension || row.cnum === extension) && !comesFromOutside(row),
  );
  // Who else is in a conference was not called by this row; each has a row of their own.
  const called = readChannel(isConference(row) ? '' : row.dstchannel);
  const phone = asOwn(called, extension, () => row.dst === extension);
  const trunk = phone.kind === 'peer' && phone.peer === extension ? phone : asTrunk(phone, row.lastdata);
  const claim = claimOf(row, from, trunk, owner);
  // Of others' rows nothing is kept of whom they dialled: it would be told until the next start.
  const to = claim === null ? phone : trunk;
  return { row, from, to, claim, start, end: start + (row.duration ?? 0) * 1_000 };
}

/** `calldate` is what the API is asked by, so it decides; the unique id only tells which of two same hours was meant. */
function startOf({ calldate, uniqueid }: Row, zone: Zone): number | null {
  return zone.read(calldate, () => epochOf(uniqueid)) ?? epochOf(uniqueid);
}

/** A leg of somebody else in one of the owner's calls. */
export function withoutPerson(leg: Leg): Leg {
  return { ...leg, row: withoutPeople(leg.row) };
}

/** Contexts in which calls arrive from outside: a number there is an outsider's, whatever it looks like. */
const outside =
  /^(?:from-(?:trunk|did|pstn|zaptel|dahdi|external|sip-external|outside)|ext-did|incoming|inbound)/i;

/** Contexts in which a Local channel with an agent's id means the agent, and not a phone of that number. */
const agents = /agent|queue|acd|call-?cent/i;

/** Voicemail destinations of FreePBX: `vmu101`, `vmb101`. */
const voicemail = /^vm[a-z]?(\d+)$/;

export function comesFromOutside(row: Pick<Row, 'did' | 'dcontext'>): boolean {
  return row.did !== '' || outside.test(row.dcontext);
}

/**
 * Whether, and how, a row is the owner's. Channels are evidence; numbers count only where no channel contradicts them: an
 * outsider may present any number as theirs, and after a blind transfer `dst` names a phone that this row never rang.
 */
function claimOf(row: Row, from: Channel, to: Channel, owner: Owner): Claim | null {
  const caller = reasonOf(from, row, owner);
  const called = reasonOf(to, row, owner);
  if (caller !== null) {
    const why = caller === 'agent' ? 'agent' : 'channel';
    if (from.kind !== 'local') return { side: isRung(row, to) ? 'ring' : 'origin', why };
    // The second half of a Local channel is what rings the phone; the first half calls onwards.
    if (from.half === '2') return { side: 'ring', why };
    return { side: from.half === null && called !== null ? 'ring' : 'origin', why };
  }
  if (called !== null) return { side: 'target', why: called === 'agent' ? 'agent' : 'dstchannel' };
  return claimByNumber(row, from, to, owner);
}

function reasonOf(channel: Channel, row: Row, { extension, agentId }: Owner): 'phone' | 'agent' | null {
  switch (channel.kind) {
    case 'peer':
      return channel.peer === extension ? 'phone' : null;
    case 'local':
      if (channel.number === extension) return 'phone';
      return channel.number === agentId && (agents.test(channel.context) || row.lastapp === 'Queue')
        ? 'agent'
        : null;
    case 'agent':
      return agentId !== null && channel.agent === agentId ? 'agent' : null;
    case 'machine':
    case 'port':
    case 'unknown':
    case 'none':
      return null;
  }
}

function claimByNumber(row: Row, from: Channel, to: Channel, owner: Owner): Claim | null {
  const { extension } = owner;
  const isCalled = row.dst === extension || voicemail.exec(row.dst)?.[1] === extension;
  const isCaller = row.src === extension || row.cnum === extension;

  // Only a channel that names no peer leaves the question open whose phone it is.
  const open =
    from.kind === 'unknown' || from.kind === 'local' || from.kind === 'port' || from.kind === 'none';
  // What rings a phone through a Local channel may bear any number: a click-to-call sets that of whom it will call.
  const rings =
    from.kind === 'local' &&
    from.half !== '1' &&
    isExtensionLike(from.number) &&
    (to.kind !== 'peer' || isExtensionLike(to.peer));
  const calls = isCaller && open && !rings && !comesFromOutside(row);
  if (isCalled && calls) return { side: from.kind === 'unknown' ? 'ring' : 'target', why: 'dst' };
  if (isCalled && mayBeCalled(row, to, extension)) return { side: 'target', why: 'dst' };
  if (calls) return { side: 'origin', why: row.src === extension ? 'src' : 'cnum' };
  if (row.lastapp === 'VoiceMail' && to.kind === 'none') {
    return mailboxOf(row.lastdata) === extension ? { side: 'target', why: 'mailbox' } : null;
  }
  return null;
}

/** Asterisk rings a phone by itself, to call `dst` once it is picked up. Most versions write no row of it. */
function isRung({ lastapp }: Row, to: Channel): boolean {
  return lastapp === 'AppDial2' && to.kind === 'none';
}

/** `dst` is the owner's extension, and another channel, or none, took the call. */
function mayBeCalled(row: Row, to: Channel, extension: string): boolean {
  if (isRung(row, to)) return false;
  if (to.kind !== 'peer' && to.kind !== 'agent' && to.kind !== 'port') return !isServiceNumber(row);
  const targets = dialTargets(row.lastdata);
  // The phone was rung and a colleague picked the call up.
  if (targets.some(({ peer, number }) => peer === extension && number === null)) return true;
  if (to.kind === 'agent' || (to.kind === 'peer' && isExtensionLike(to.peer))) return false;
  // Forwarded to a number outside; unless the extension's digits are themselves what was dialled outside.
  return targets.length > 0 && !targets.some(({ number }) => number === extension);
}

/** The number of a queue, a group, a menu or a conference, and not a phone's. */
function isServiceNumber({ lastapp, dcontext }: Row): boolean {
  return (
    /^(?:queue|background|waitexten|read|confbridge|meetme|parkedcall|echo|pickup)/i.test(lastapp ?? '') ||
    /queue|group|ivr|conf|meetme|park|app-/i.test(dcontext)
  );
}

/**
 * A quick look at a row as it arrived: can it be the owner's at all? Most rows are other people's, and must not cost more
 * than this. May say yes too often, never no.
 */
export function mayConcern({
  extension,
  agentId,
}: Owner): (record: Readonly<Record<string, unknown>>) => boolean {
  const holds = (value: unknown): boolean => {
    if (typeof value === 'number') return holds(String(value));
    if (typeof value !== 'string') return false;
    return value.includes(extension) || (agentId !== null && value.includes(agentId));
  };
  return ({ channel, dstchannel, dst, src, cnum, lastapp, lastdata }) =>
    holds(channel) ||
    holds(dstchannel) ||
    holds(dst) ||
    holds(src) ||
    holds(cnum) ||
    (lastapp === 'VoiceMail' && holds(lastdata));
}
