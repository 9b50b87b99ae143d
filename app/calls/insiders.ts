import type { CdrRecord } from '../pbx/cdr-rows.ts';
import { isExtensionLike, readChannel } from './channels.ts';
import { comesFromOutside, type Leg } from './claim.ts';
import { type Row, readClid, readName } from './rows.ts';

/**
 * Names of the people inside. Once somebody has handed a call on, the PBX goes on writing their name beside the number of the customer
 * whom they called: no such name is a customer's.
 */
export interface Insiders {
  /** A row of anybody's. Whether it told a name that was not known. Costs next to nothing, for it is asked of every row. */
  hear(record: CdrRecord): boolean;
  /** The leg without an inside person's name beside an outside number. `call`: names that other legs of the same call told. */
  clean(leg: Leg, call?: ReadonlySet<string>): Leg;
}

/** Of a company of many thousands; a forged table may hold more. */
const mostNames = 20_000;

export function createInsiders(): Insiders {
  const names = new Set<string>();
  return {
    hear(record) {
      const before = names.size;
      if (before < mostNames) for (const name of insideNames(record)) names.add(name);
      return names.size > before;
    },
    clean(leg, call = none) {
      const isInside = (name: string): boolean => {
        const spelt = spellings(name);
        if (spelt.some((one) => call.has(one))) return true;
        // Who calls the company's number may have the name of somebody inside: their own telephone at home, say.
        return leg.row.did === '' && spelt.some((one) => names.has(one));
      };
      const row = withoutNames(leg, isInside);
      return row === leg.row ? leg : { ...leg, row };
    },
  };
}

const none: ReadonlySet<string> = new Set();

/** Asterisk's older tables hold so many characters of a name, and many telephones show no more. */
const shortest = 15;

/** As names are compared: letters' case and blanks are no difference. */
const plain = (name: string): string => name.toLocaleLowerCase().replace(/\s+/g, ' ').trim();

/** What an inside person's name may be told by: the name, and its beginning, as far as short columns go. */
function tellings(name: unknown): string[] {
  const whole = plain(readName(name));
  if (whole === '') return [];
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

/** The names that a row tells of people inside: of who calls, by their number or their own phone, and of who is called. */
export function insideNames(record: CdrRecord): string[] {
  const { src, cnum, cnam, clid, dst, dst_cnam } = record;
  const found: string[] = [];
  // Any caller from outside may have an extension's digits as their number.
  const fromOutside = comesFromOutside({ did: text(record.did), dcontext: text(record.dcontext) });
  if (!fromOutside && ([cnum, src].some(isExtension) || isPhoneOfCaller(record))) {
    found.push(...tellings(cnam));
    if (typeof clid === 'string') found.push(...tellings(readClid(clid).name));
  }
  if (isExtension(dst)) found.push(...tellings(dst_cnam));
  return found;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isExtension = (number: unknown): boolean => isExtensionLike(String(number));

/** A phone inside, which shows the company's number to whom it calls. A call that a program asks for bears the number that is called. */
function isPhoneOfCaller({ channel, src, cnum, dst }: CdrRecord): boolean {
  const from = readChannel(text(channel));
  return from.kind === 'peer' && isExtensionLike(from.peer) && dst !== src && dst !== cnum;
}

function withoutNames(leg: Leg, isInside: (name: string) => boolean): Row {
  const { row, from } = leg;
  const isColleague = from.kind === 'peer' && isExtensionLike(from.peer) && !comesFromOutside(row);
  const beside = readClid(row.clid);
  const bad = {
    cnam: row.cnam !== '' && !isColleague && !isExtensionLike(row.cnum || row.src) && isInside(row.cnam),
    clid: beside.name !== '' && !isColleague && !isExtensionLike(beside.number) && isInside(beside.name),
    dst_cnam: row.dst_cnam !== '' && !isExtensionLike(row.dst) && isInside(row.dst_cnam),
  };
  if (!bad.cnam && !bad.clid && !bad.dst_cnam) return row;
  return {
    ...row,
    cnam: bad.cnam ? '' : row.cnam,
    clid: bad.clid ? `<${beside.number}>` : row.clid,
    dst_cnam: bad.dst_cnam ? '' : row.dst_cnam,
  };
}
