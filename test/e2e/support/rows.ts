import { type CdrRow, clockOf } from '../../pbx/cdr.ts';

const bangkok = clockOf('Asia/Bangkok');
let serial = 0;

/** A row of the table: an incoming call to 101, not picked up, so many seconds ago, but for what is said otherwise. */
export function row(ago: number, columns: CdrRow = {}, now = Date.now()): CdrRow {
  serial += 1;
  const at = now - ago * 1_000;
  const id = `${Math.floor(at / 1_000)}.${serial}`;
  return {
    calldate: bangkok(at),
    clid: '',
    src: '0812345678',
    dst: '101',
    dcontext: 'ext-local',
    channel: `PJSIP/trunk-${serial.toString(16).padStart(8, '0')}`,
    dstchannel: `PJSIP/101-${serial.toString(16).padStart(8, '0')}`,
    lastapp: 'Dial',
    lastdata: 'PJSIP/101,20,Ttr',
    duration: '14',
    billsec: '0',
    disposition: 'NO ANSWER',
    uniqueid: id,
    linkedid: id,
    sequence: String(serial),
    did: '021110000',
    recordingfile: '',
    cnum: '',
    cnam: '',
    ...columns,
  };
}

/** The same between two colleagues, of whom 101 is none. */
export function othersRow(ago: number, columns: CdrRow = {}): CdrRow {
  return row(ago, {
    src: '102',
    cnum: '102',
    dst: '103',
    did: '',
    channel: 'PJSIP/102-0000aaaa',
    dstchannel: 'PJSIP/103-0000bbbb',
    lastdata: 'PJSIP/103,20,Ttr',
    ...columns,
  });
}

export const answered = { disposition: 'ANSWERED', duration: '74', billsec: '65' } as const;
