import type { CdrRecord } from '../pbx/cdr-rows.ts';
import { isExtensionLike } from './channels.ts';
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
      const isInside = (name: string): boolean =>
        call.has(name) ||
        // Who calls from outside may have the name of somebody inside: their own telephone at home, say.
        (names.has(name) && !comesFromOutside(leg.row));
      const row = withoutNames(leg, isInside);
      return row === leg.row ? leg : { ...leg, row };
    },
  };
}

const none: ReadonlySet<string> = new Set();

/** The names that a row tells of people inside: of who calls, by their own phone, and of who is called. */
export function insideNames({ channel, src, cnum, cnam, clid, dst, dst_cnam }: CdrRecord): string[] {
  const found: string[] = [];
  const put = (name: unknown): void => {
    const plain = readName(name);
    if (plain !== '') found.push(plain);
  };
  const caller = [cnum, src].find(isExtension);
  // Any caller from outside may have an extension's digits as their number; the channel tells whose phone it is.
  if (caller !== undefined && (channel === undefined || channel === null || isOf(channel, String(caller)))) {
    put(cnam);
    if (typeof clid === 'string') put(readClid(clid).name);
  }
  if (isExtension(dst)) put(dst_cnam);
  return found;
}

const isExtension = (number: unknown): boolean => isExtensionLike(String(number));

const isOf = (channel: unknown, extension: string): boolean =>
  typeof channel === 'string' && (channel.includes(`/${extension}-`) || channel.includes(`/${extension}@`));

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
