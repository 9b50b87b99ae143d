import { isExtensionLike, readChannel } from './channels.ts';
import { comesFromOutside } from './claim.ts';
import type { Leg } from './leg.ts';
import type { CdrRecord } from './record.ts';
import { readClid, readName } from './rows.ts';

/** Of a company of many thousands; a forged table may hold more. */
const mostNames = 20_000;
const none: readonly string[] = [];

/**
 * Names of the people inside. Once somebody has handed a call on, the PBX goes on writing their name beside the number of the customer
 * whom they called: no such name is a customer's.
 */
export function createInsiders() {
  const names = new Set<string>();
  // Every row is looked at, and few names stand in them all.
  const tellingsOf = remembered(tellings);
  const tellingsOfClid = remembered((clid) => tellings(readClid(clid).name));
  const spellingsOf = remembered(spellings);

  function isInside(name: string, { row }: Leg, call: readonly string[]): boolean {
    const spelt = spellingsOf(name);
    if (spelt.some((one) => call.includes(one))) return true;
    // Who calls the company's number may have the name of somebody inside: their own telephone at home, say.
    return row.did === '' && spelt.some((one) => names.has(one));
  }

  function callerNames(record: CdrRecord): readonly string[] {
    const { cnam, clid } = record;
    const own = typeof cnam === 'string' ? tellingsOf(cnam) : tellings(cnam);
    const beside = typeof clid === 'string' ? tellingsOfClid(clid) : none;
    if (own.length + beside.length === 0 || !isCallerInside(record)) return none;
    return both(own, beside);
  }

  return {
    /** The names that a row tells of people inside: of who calls, by their number or their own phone, and of who is called. */
    namesIn(record: CdrRecord): readonly string[] {
      const { dst, dst_cnam } = record;
      const told = dst_cnam && isExtension(dst) ? tellings(dst_cnam) : none;
      return both(callerNames(record), told);
    },
    /** Names that a row of anybody's told. Whether one was not known. */
    hear(told: readonly string[]): boolean {
      const before = names.size;
      if (before < mostNames) for (const name of told) names.add(name);
      return names.size > before;
    },
    /** The leg without an inside person's name beside an outside number. `call`: names that other legs of the same call told. */
    clean(leg: Leg, call = none): Leg {
      const { row, from } = leg;
      const { cnam, dst_cnam } = row;
      const isColleague = from.kind === 'peer' && isExtensionLike(from.peer) && !comesFromOutside(row);
      const beside = isColleague || !row.clid.startsWith('"') ? null : readClid(row.clid);
      const isBad = (name: string, number: string): boolean =>
        name !== '' && !isExtensionLike(number) && isInside(name, leg, call);
      const bad = {
        cnam: !isColleague && isBad(cnam, row.cnum || row.src),
        clid: beside !== null && isBad(beside.name, beside.number),
        dst_cnam: isBad(dst_cnam, row.dst),
      };
      if (!bad.cnam && !bad.clid && !bad.dst_cnam) return leg;
      return {
        ...leg,
        row: {
          ...row,
          cnam: bad.cnam ? '' : cnam,
          clid: bad.clid ? `<${beside?.number}>` : row.clid,
          dst_cnam: bad.dst_cnam ? '' : dst_cnam,
        },
      };
    },
  };
}

function remembered(find: (text: string) => readonly string[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= mostNames) known.clear();
    const found = find(text);
    known.set(text, found);
    return found;
  };
}

const both = (some: readonly string[], others: readonly string[]): readonly string[] =>
  others.length === 0 || others[0] === some[0] ? some : some.length === 0 ? others : [...some, ...others];

/** Asterisk's older tables hold so many characters of a name, and many telephones show no more. */
const shortest = 15;

/** As names are compared: letters' case and blanks are no difference. */
const plain = (name: string): string => name.toLocaleLowerCase().replace(/\s+/g, ' ').trim();

/** What an inside person's name may be told by: the name, and its beginning, as far as short columns go. */
function tellings(name: unknown): readonly string[] {
  const whole = plain(readName(name));
  if (whole === '') return none;
  return whole.length > shortest ? [whole, whole.slice(0, shortest).trimEnd()] : [whole];
}

/** The name as it is, and without what a queue or an extension puts before it: `Sales:Somchai`, `Q1 - Somchai`, `101 Somchai`. */
function spellings(name: string): string[] {
  const whole = plain(name);
  const parts = [...whole.matchAll(/^\d+ |[:|>] ?| [-–] /g)].map(({ 0: mark, index }) =>
    whole.slice(index + mark.length),
  );
  return [whole, ...parts].filter((one) => one !== '');
}

function isCallerInside(record: CdrRecord): boolean {
  const { src, cnum, did, dcontext } = record;
  // Any caller from outside may have an extension's digits as their number.
  if (comesFromOutside({ did: text(did), dcontext: text(dcontext) })) return false;
  return isExtension(cnum) || isExtension(src) || isPhoneOfCaller(record);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isExtension = (number: unknown): boolean => isExtensionLike(String(number));

/** A phone inside, which shows the company's number to whom it calls. A call that a program asks for bears the number that is called. */
function isPhoneOfCaller({ channel, src, cnum, dst }: CdrRecord): boolean {
  if (dst === src || dst === cnum) return false;
  const from = readChannel(text(channel));
  return from.kind === 'peer' && isExtensionLike(from.peer);
}
