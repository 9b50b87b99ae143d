import { type CdrRow, clockOf } from './cdr.ts';

/** A call that the PBX was asked for, as it is written down once it is over. */
export interface DialledCall {
  readonly extension: string;
  readonly tel: string;
  readonly startedAt: number;
  readonly seconds: number;
  /** Grows with each call: Asterisk numbers channels, and with them unique ids. */
  readonly serial: number;
  readonly timeZone: string;
}

/** The one row of an answered click-to-call in which the PBX rings the phone itself, without a Local channel. */
export function dialledRow(call: DialledCall): CdrRow {
  const { extension, tel, serial } = call;
  const calldate = clockOf(call.timeZone)(call.startedAt);
  const uniqueid = `${Math.floor(call.startedAt / 1_000)}.${serial * 2}`;
  const channel = (peer: string, offset: number): string =>
    `PJSIP/${peer}-${(serial * 2 + offset).toString(16).padStart(8, '0')}`;
  const internal = /^\d{2,5}$/.test(tel);
  const stamp = calldate.replaceAll(/[-:]/g, '').replace(' ', '-');
  return {
    calldate,
    clid: internal ? `"" <${extension}>` : '"" <021110000>',
    src: internal ? extension : '021110000',
    dst: tel,
    dcontext: 'from-internal',
    channel: channel(extension, 0),
    dstchannel: channel(internal ? tel : 'trunk', 1),
    lastapp: 'Dial',
    lastdata: internal ? `PJSIP/${tel},8,Ttr` : `PJSIP/${tel}@trunk,15,T`,
    duration: String(call.seconds),
    billsec: String(Math.max(1, call.seconds - 1)),
    disposition: 'ANSWERED',
    amaflags: '3',
    accountcode: '',
    uniqueid,
    userfield: '',
    did: '',
    recordingfile: `${internal ? 'internal' : 'out'}-${tel}-${extension}-${stamp}-${uniqueid}.wav`,
    cnum: extension,
    cnam: '',
    outbound_cnum: internal ? '' : '021110000',
    outbound_cnam: internal ? '' : 'Test Company',
    dst_cnam: '',
    linkedid: uniqueid,
    peeraccount: '',
    sequence: String(serial * 2),
  };
}
