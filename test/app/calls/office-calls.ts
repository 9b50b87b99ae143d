import type { CdrRow } from '../../pbx/cdr.ts';
import { whoTookIt } from '../../pbx/samples.ts';
import { answered, callRows, customer, phone, trunk } from '../cdr/rows-of.ts';
import { whole } from '../cdr/said-steps.ts';
import { atOnce, byPbx, dials, group, half, mailbox, queue } from '../cdr/variants.ts';

/** What a call was to a desk. `came back`: spoken to, sent on, and missed when it came back. */
export type What =
  | 'missed'
  | 'missed by all'
  | 'spoken'
  | 'taken by a colleague'
  | 'came back'
  | 'not reached';
type Desks = Readonly<Record<'101' | '102', What | null>>;
type Kind = readonly [rows: (src: string) => CdrRow[], is: Desks];

const local = half('2001', 'agents', 7, 1);
const incoming = (src: string, to = '101') => ({ ...customer, src, cnum: src, dst: to, channel: trunk });
const held = (src: string) => ({
  ...incoming(src),
  dstchannel: phone('101'),
  lastdata: dials('101'),
  ...answered,
});
const parkedBack = {
  dst: 'PJSIP_101',
  dcontext: 'park-dial',
  dstchannel: phone('101', '0000000f'),
  disposition: 'NO ANSWER',
};

/** A call that Asterisk made, with another caller. */
function real(id: string): Kind[0] {
  const rows = whoTookIt().find((call) => call.id === id)?.rows ?? [];
  const text = JSON.stringify(rows.map(whole));
  const [caller = ''] = /08911200\d\d/.exec(text) ?? [];
  return (src) => JSON.parse(text.replaceAll(caller, src)) as CdrRow[];
}

/** Everything that comes in, as Asterisk writes it, and what it is to each of two desks: 101, which is agent 2001 too, and 102. */
export const comesIn: Readonly<Record<string, Kind>> = {
  unanswered: [(src) => callRows(incoming(src), { dstchannel: phone('101') }), { 101: 'missed', 102: null }],
  answered: [
    (src) => callRows(incoming(src), { dstchannel: phone('101'), ...answered }),
    { 101: 'spoken', 102: null },
  ],
  'to the other desk': [
    (src) => callRows(incoming(src, '102'), { dstchannel: phone('102') }),
    { 101: null, 102: 'missed' },
  ],
  'with voicemail': [
    (src) =>
      callRows(
        incoming(src),
        { dstchannel: phone('101'), lastdata: dials('101'), duration: '20' },
        { at: '20', dst: 'vmu101', ...mailbox('101') },
      ),
    { 101: 'missed', 102: null },
  ],
  'to a queue that nobody takes': [
    (src) =>
      callRows({ ...incoming(src), ...queue }, { dstchannel: phone('101') }, { dstchannel: phone('102') }),
    { 101: 'missed by all', 102: 'missed by all' },
  ],
  'to a queue, taken by 102': [
    (src) =>
      callRows(
        { ...incoming(src), ...queue },
        { dstchannel: phone('101') },
        { dstchannel: phone('102'), ...answered },
      ),
    { 101: 'taken by a colleague', 102: 'spoken' },
  ],
  'to a queue, taken by the agent': [
    (src) =>
      callRows(
        { ...incoming(src), ...queue },
        { dstchannel: local, ...answered },
        { dstchannel: phone('102') },
      ),
    { 101: 'spoken', 102: 'taken by a colleague' },
  ],
  'to a queue, where the agent does not answer': [
    (src) => callRows({ ...incoming(src), ...queue }, { dstchannel: local }),
    { 101: 'missed by all', 102: null },
  ],
  'to a ring group that nobody takes': [
    (src) =>
      callRows({ ...incoming(src), ...group }, { dstchannel: phone('101') }, { dstchannel: phone('102') }),
    { 101: 'missed by all', 102: 'missed by all' },
  ],
  'to a ring group, taken by 101': [
    (src) =>
      callRows(
        { ...incoming(src), ...group },
        { dstchannel: phone('101'), ...answered },
        { dstchannel: phone('102'), duration: '6' },
      ),
    { 101: 'spoken', 102: 'taken by a colleague' },
  ],
  'unanswered, then taken by 102': [
    (src) =>
      callRows(
        incoming(src),
        { dstchannel: phone('101'), duration: '10' },
        { at: '10', dst: '102', dstchannel: phone('102'), ...answered },
      ),
    { 101: 'taken by a colleague', 102: 'spoken' },
  ],
  'picked up by 102': [
    (src) =>
      callRows(
        incoming(src),
        { dstchannel: phone('101'), duration: '4' },
        { at: '4', dstchannel: phone('102'), ...atOnce('20') },
      ),
    { 101: 'taken by a colleague', 102: 'spoken' },
  ],
  'sent on to 102': [
    (src) =>
      callRows(
        { ...held(src), dst: '102' },
        {},
        { at: '30', dstchannel: phone('102'), lastdata: dials('102'), ...atOnce('9') },
      ),
    { 101: 'spoken', 102: 'spoken' },
  ],
  'sent on to 102, who does not answer': [
    (src) =>
      callRows(
        { ...incoming(src, '102') },
        { ...held(src), dst: '102' },
        { at: '30', dstchannel: phone('102'), lastdata: dials('102'), duration: '8', billsec: '8' },
      ),
    { 101: 'spoken', 102: 'missed' },
  ],
  'parked, and back unanswered': [
    (src) =>
      callRows(
        held(src),
        {},
        { ...byPbx, at: '30', dst: '701', lastapp: 'Park', ...atOnce('45') },
        { at: '75', ...parkedBack },
      ),
    { 101: 'came back', 102: null },
  ],
  'to the voicemail, by a menu': [real('i09'), { 101: 'missed', 102: null }],
  'to the voicemail, 0:14': [real('v10'), { 101: 'missed', 102: null }],
  'to the voicemail of a busy desk': [real('v11'), { 101: 'missed', 102: null }],
  'to the voicemail twice': [real('v12'), { 101: 'missed', 102: null }],
  'to the voicemail, and hung up at once': [
    (src) =>
      callRows(
        incoming(src),
        { dstchannel: phone('101'), lastdata: dials('101') },
        { at: '20', dst: 'vmu101', ...mailbox('101'), duration: '0', billsec: '0' },
      ),
    { 101: 'missed', 102: null },
  ],
  'to a queue, and the voicemail of 102': [real('s04'), { 101: 'missed by all', 102: 'missed by all' }],
  'to a queue, taken by 102 and put through to 103, asking first': [
    real('s06'),
    { 101: 'taken by a colleague', 102: 'spoken' },
  ],
  'put through to 102, asking first': [real('x12'), { 101: 'spoken', 102: 'spoken' }],
  'put through to a queue, asking first': [real('x18'), { 101: 'spoken', 102: 'spoken' }],
  'sent into the voicemail of 102': [real('x19'), { 101: 'spoken', 102: 'missed' }],
  'followed to 102': [real('f10'), { 101: 'taken by a colleague', 102: 'spoken' }],
  'followed to 102, taken by 101': [real('f11'), { 101: 'spoken', 102: 'taken by a colleague' }],
  'followed to 102, and the voicemail of 102': [real('f12'), { 101: 'missed', 102: 'missed' }],
  'followed to 102, and the voicemail of 101': [real('f13'), { 101: 'missed', 102: 'missed' }],
};
