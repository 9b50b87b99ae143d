/**
 * Names of Asterisk's channels: `PJSIP/101-0000001a`, `Local/101@from-internal-00000001;2`, `Agent/2001`. Peers are compared whole:
 * extension 10 is neither 101 nor 1010.
 */
export type Channel =
  /** The column is empty: there was no such channel. */
  | { readonly kind: 'none' }
  /** The column is missing: nothing is known. */
  | { readonly kind: 'unknown' }
  /** A phone or a trunk, known by the name of its peer. */
  | { readonly kind: 'peer'; readonly peer: string; readonly name: string }
  | {
      readonly kind: 'local';
      readonly number: string;
      readonly context: string;
      readonly half: '1' | '2' | null;
      /** The same for both halves of one Local channel. */
      readonly pair: string;
      readonly name: string;
    }
  | { readonly kind: 'agent'; readonly agent: string; readonly name: string }
  /** An analogue or digital port, whose name tells no extension. */
  | { readonly kind: 'port'; readonly name: string }
  /** Asterisk's own helpers: conference announcers, recorders. Nobody listens at them. */
  | { readonly kind: 'machine'; readonly name: string };

const none: Channel = { kind: 'none' };
const unknown: Channel = { kind: 'unknown' };

const peerTechnologies = new Set('PJSIP SIP IAX2 IAX SCCP SKINNY UNISTIM H323 OOH323'.split(' '));
const machines = new Set('CBANN CBREC ANNOUNCER RECORDER BRIDGE SNOOP MULTICASTRTP MESSAGE'.split(' '));

/** Put before a channel's name while Asterisk moves it: `AsyncGoto/PJSIP/101-0000001a`. */
const moved = /^(?:AsyncGoto|Transfered|Transferred|Parked|Surrogate|Bridge(?=\/\w+\/))\//;
/** Put behind: `PJSIP/101-0000001a<ZOMBIE>`. */
const ghost = /<\w+>$/;
/** The number that makes a channel's name unique. Peers may hold hyphens themselves: only the last part goes. */
const serial = /^-[0-9a-f]+$/i;
/** Ring groups and follow-me of FreePBX dial `RG-300-101` or `FMPR-101` and mean 101. */
const wrapped = /^(?:RG-[^-]+|FMPR|FMGL|LC)-(.+?)#?$/;

/** A Local channel that rings a member of a group or one phone of a follow-me. */
export function isWrapped(name: string): boolean {
  return wrapped.test(/^Local\/([^@]+)@/i.exec(name)?.[1] ?? '');
}

function withoutSerial(name: string): string {
  const hyphen = name.lastIndexOf('-');
  return hyphen > 0 && serial.test(name.slice(hyphen)) ? name.slice(0, hyphen) : name;
}

export function readChannel(text: string | null): Channel {
  if (text === null) return unknown;
  if (text === '') return none;
  return read(text) ?? read(text.replace(moved, '').replace(ghost, '')) ?? { kind: 'port', name: text };
}

/** `null`: a technology that is none, so perhaps what Asterisk puts before a name while it moves the channel. */
function read(name: string): Channel | null {
  const slash = name.indexOf('/');
  if (slash < 1 || name.endsWith('>')) return null;
  const technology = name.slice(0, slash).toUpperCase();
  const rest = name.slice(slash + 1);
  if (peerTechnologies.has(technology)) return { kind: 'peer', peer: withoutSerial(rest), name };
  if (technology === 'LOCAL') return readLocal(rest, name);
  if (technology === 'AGENT') return { kind: 'agent', agent: withoutSerial(rest), name };
  return machines.has(technology) && !rest.includes('/') ? { kind: 'machine', name } : null;
}

function readLocal(rest: string, name: string): Channel {
  const semicolon = rest.lastIndexOf(';');
  const pair = semicolon < 0 ? rest : rest.slice(0, semicolon);
  const tail = semicolon < 0 ? '' : rest.slice(semicolon + 1);
  const at = pair.lastIndexOf('@');
  const dialled = at < 0 ? withoutSerial(pair) : pair.slice(0, at);
  const context = at < 0 ? '' : withoutSerial(pair.slice(at + 1));
  const number = wrapped.exec(dialled)?.[1] ?? dialled;
  return { kind: 'local', number, context, half: tail === '1' || tail === '2' ? tail : null, pair, name };
}

/** Digits that could be a colleague's extension: a trunk has a name, or the company's whole number. */
export function isExtensionLike(peer: string): boolean {
  return /^\d{2,6}$/.test(peer);
}

export interface DialTarget {
  /** The endpoint that was dialled, phone or trunk. */
  readonly peer: string | null;
  readonly number: string | null;
}

/** What `Dial` was told: `PJSIP/101&PJSIP/102,12,Ttr`, `PJSIP/0812345678@trunk,15,T`, `SIP/trunk/0812345678`. */
export function dialTargets(lastdata: string): DialTarget[] {
  return (lastdata.split(/[,|]/)[0] ?? '').split('&').flatMap((target): DialTarget[] => {
    const [technology = '', ...rest] = target.trim().split('/');
    const [first = '', second] = rest;
    if (first === '') return [];
    const [name = '', place] = first.split('@');
    if (technology.toUpperCase() === 'LOCAL')
      return [{ peer: null, number: wrapped.exec(name)?.[1] ?? name }];
    if (place !== undefined) return [{ peer: place, number: name }];
    if (second === undefined) return [{ peer: name, number: null }];
    // `PJSIP/101/sip:101@192.0.2.1`: a contact of endpoint 101.
    const user = second.replace(/^sips?:/i, '').split('@')[0] ?? '';
    return [{ peer: name, number: user === '' || user === name ? null : user }];
  });
}

/**
 * Dialled with a number of its own (`PJSIP/0812345678@9000`, `SIP/9000/0812345678`), a peer is a trunk, though it is called like an
 * extension: its name is then that with its technology. The address of a phone (`PJSIP/101/sip:x@192.0.2.1`) is no number.
 */
export function asTrunk(to: Channel, lastdata: string): Channel {
  if (to.kind !== 'peer' || !isExtensionLike(to.peer)) return to;
  const { peer, name } = to;
  const targets = (lastdata.split(/[,|]/)[0] ?? '').split('&').map((target) => target.trim());
  const numbers = targets.map((target) => /^\w+\/(?:(\+?\d+)@(\d+)|(\d+)\/(\+?\d+))(?:$|[@/])/.exec(target));
  const isTrunk = numbers.some((found) => {
    const [, number, at, before, behind] = found ?? [];
    return at === peer ? number !== peer : before === peer && behind !== peer;
  });
  return isTrunk ? { kind: 'peer', peer: name.replace(/-[0-9a-f]+$/i, ''), name } : to;
}

/** `102@default,u` of VoiceMail. */
export function mailboxOf(lastdata: string): string {
  return (lastdata.split(/[,|&]/)[0] ?? '').split('@')[0]?.trim() ?? '';
}
