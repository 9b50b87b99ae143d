import type { Call } from '../../../app/cdr/call.ts';
import { createCdrStore } from '../../../app/cdr/cdr-store.ts';
import type { Owner } from '../../../app/cdr/leg.ts';
import { openZone } from '../../../app/util/zone.ts';
import type { CdrRow } from '../../pbx/cdr.ts';

export const bangkok = openZone('Asia/Bangkok');
export const everything = { calls: 1_000_000, age: Number.POSITIVE_INFINITY };

let serial = 0;

/** Rows of one call: what they share, and what each says for itself. Times are seconds after ten o'clock. */
export function callRows(shared: CdrRow, ...rows: readonly (CdrRow & { readonly at?: string })[]): CdrRow[] {
  serial += 10;
  const link = `1795400000.${serial}`;
  return rows.map(({ at = '0', ...row }, index) => ({
    calldate: new Date(Date.UTC(2026, 10, 23, 10) + Number(at) * 1_000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' '),
    clid: '',
    src: '',
    dst: '',
    dcontext: 'from-internal',
    channel: '',
    dstchannel: '',
    lastapp: 'Dial',
    lastdata: '',
    duration: '20',
    billsec: '0',
    disposition: 'NO ANSWER',
    uniqueid: link,
    linkedid: link,
    sequence: String(serial + index),
    recordingfile: '',
    did: '',
    cnum: '',
    cnam: '',
    dst_cnam: '',
    ...shared,
    ...row,
  }));
}

export const answered = { disposition: 'ANSWERED', duration: '30', billsec: '24' } as const;

export function shownTo(
  owner: string | Owner,
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly Call[] {
  const cdr = createCdrStore(
    typeof owner === 'string' ? { extension: owner, agentId: null } : owner,
    bangkok,
    everything,
  );
  cdr.take(rows);
  return cdr.calls();
}

/** The most telling parts, in one line. */
export function brief({ direction, party, result, recordings }: Call): string {
  return `${direction} ${party.number ?? '?'} ${result}${recordings.length > 0 ? ` ${recordings.length}` : ''}`;
}

export const briefs = (owner: string | Owner, rows: readonly Readonly<Record<string, unknown>>[]): string[] =>
  shownTo(owner, rows).map(brief);

/** All that is told of each call, oldest first: `incoming 102 answered 1, ring 3, talk 7, queue transfer`. */
export function tell(owner: string | Owner, rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  const told = (call: Call): string => {
    const { ringSeconds: ring, talkSeconds: talk, clickToCall, via } = call;
    return [
      brief(call),
      ...(ring === null ? [] : [`ring ${ring}`]),
      ...(talk === null ? [] : [`talk ${talk}`]),
      ...(clickToCall ? ['click-to-call'] : []),
      ...(via.length === 0 ? [] : [via.join(' ')]),
    ].join(', ');
  };
  return shownTo(owner, rows).map(told).toReversed();
}

/** The far end of the company's line, a customer on it, and a person's phone, as rows name them. */
export const trunk = 'PJSIP/trunk-0000000a';
export const customer = { src: '0812345678', cnum: '0812345678', did: '021110101' } as const;
export const phone = (extension: string, serial = '0000000b'): string => `PJSIP/${extension}-${serial}`;
