import { describe, expect, it } from 'vitest';
import type { CdrRow } from '../../pbx/cdr.ts';
import { answered, callRows, phone, shownTo, trunk } from './rows-of.ts';
import {
  areShown,
  atOnce,
  byPbx,
  dials,
  far,
  group,
  half,
  inside,
  mailbox,
  mobile,
  outside,
  own,
  queue,
} from './variants.ts';

const followMe = half('FMPR-101', 'from-internal', 2, 2);
const forwarded = half('0899999999', 'from-internal', 2, 2);
const outgoingLine = { channel: phone('101'), lastapp: 'AppDial2', lastdata: '(Outgoing Line)' } as const;
const outer = (channel: string): string => channel.replace(';2', ';1');

describe('a click-to-call', () => {
  areShown([
    [
      'own phone not registered, only that row',
      callRows(own, { dstchannel: '', disposition: 'FAILED', duration: '0' }),
      { 101: ['outgoing 0898765433 failed, click-to-call'] },
    ],
    [
      'own phone busy, its voicemail connected with the far end',
      callRows(
        own,
        { disposition: 'BUSY', duration: '0' },
        { dst: 's-BUSY', ...mailbox('101', 'b') },
        { ...far, ...answered },
      ),
      { 101: ['outgoing 0898765433 busy, click-to-call, voicemail'] },
    ],
    [
      'own phone not registered, its voicemail connected with the far end',
      callRows(own, { dst: 's-CHANUNAVAIL', ...mailbox('101') }, { ...far, ...answered }),
      { 101: ['outgoing 0898765433 failed, click-to-call, voicemail'] },
    ],
    [
      'own phone not answered, in the context of the phones',
      callRows(own, { dcontext: 'ext-local' }),
      { 101: ['outgoing 0898765433 no-answer, click-to-call'] },
    ],
    [
      'own phone not answered, looked up for its follow-me',
      callRows(own, { dcontext: 'followme-check' }),
      { 101: ['outgoing 0898765433 no-answer, click-to-call'] },
    ],
    [
      'own phone rung by its follow-me, and answered',
      callRows(
        { ...own, ...answered },
        { dstchannel: outer(followMe) },
        { dst: 'FMPR-101', channel: followMe, uniqueid: '1.2' },
        { ...far, uniqueid: '1.3' },
      ),
      { 101: ['outgoing 0898765433 answered, click-to-call'] },
    ],
    [
      'own phone forwarded to a mobile, which answers',
      callRows(
        { ...own, ...answered },
        { dstchannel: outer(forwarded) },
        { ...mobile, channel: forwarded, uniqueid: '1.2' },
        { ...far, uniqueid: '1.3' },
      ),
      { 101: ['outgoing 0898765433 answered, click-to-call'] },
    ],
    [
      'caller id set to the dialled number, far end busy',
      callRows(
        { ...outside, channel: phone('101'), cnum: '0898765433' },
        { dstchannel: trunk, disposition: 'BUSY', duration: '3', billsec: '2' },
        { ...byPbx, at: '3', dst: 'out-BUSY', lastapp: 'Busy' },
      ),
      { 101: ['outgoing 0898765433 busy, click-to-call'] },
    ],
    [
      'own phone not answered but by its voicemail, by the own caller id',
      callRows({ ...own, src: '101' }, {}, { dst: 'vmu101', ...mailbox('101') }),
      { 101: ['outgoing ? no-answer, click-to-call, voicemail'] },
    ],
    [
      'own phone not answered, on a PBX that writes a row of that',
      callRows({ ...outgoingLine, src: '0898765433', cnum: '0898765433' }, { dst: 's' }),
      { 101: ['outgoing 0898765433 no-answer, click-to-call'] },
    ],
    [
      'own phone not answered, with a row, so that the colleague was never rung',
      callRows({ ...outgoingLine, ...inside('101') }, { dst: '102' }),
      { 101: ['outgoing 102 no-answer, click-to-call'] },
    ],
    [
      'own phone answered, with a row of that before the call',
      callRows(
        { ...outgoingLine, ...inside('101'), dst: '0898765433' },
        { ...byPbx, duration: '3' },
        { at: '3', ...outside, dstchannel: trunk, lastapp: 'Dial', ...answered },
      ),
      { 101: ['outgoing 0898765433 answered, click-to-call'] },
    ],
    [
      'to a ring group',
      callRows(
        { ...group, src: '101', cnum: '101', channel: far.channel },
        { ...own, src: '300', cnum: '300', uniqueid: '1.1', ...answered },
        { dstchannel: phone('102'), duration: '5' },
        { dstchannel: phone('103'), ...answered },
      ),
      {
        101: ['outgoing 300 answered, click-to-call, ring-group'],
        102: ['incoming 101 answered-elsewhere, ring-group'],
        103: ['incoming 101 answered, ring-group'],
      },
    ],
    [
      'to the echo test',
      callRows(
        { ...own, ...answered },
        { src: '*43', uniqueid: '1.1' },
        { ...far, ...byPbx, dst: '*43', lastapp: 'Echo' },
      ),
      { 101: ['outgoing *43 answered, talk 24, click-to-call'] },
    ],
    [
      'to oneself',
      callRows(
        { ...own, ...answered },
        { src: '101', uniqueid: '1.1' },
        { ...far, dst: '101', dstchannel: phone('101', '0000000c') },
      ),
      { 101: ['outgoing 101 answered, click-to-call'] },
    ],
  ]);

  it('whose own phone did not answer is over, unless its voicemail did: then the far end is called for it', () => {
    const settled = (row: CdrRow) => shownTo('101', callRows(own, {}, row)).map((call) => call.settled);
    expect(settled({ ...byPbx, lastapp: 'Hangup', duration: '0' })).toEqual([true]);
    expect(settled({ dst: 's-NOANSWER', ...mailbox('101') })).toEqual([false]);
  });
});

describe('a call that goes out', () => {
  const abroad = { dstchannel: trunk, lastdata: 'PJSIP/101@trunk,20', ...answered };
  areShown([
    [
      'to a menu, behind which a colleague answers',
      callRows({ ...inside('101'), dst: '102' }, { dstchannel: phone('102'), ...atOnce('30') }),
      { 101: ['outgoing 102 answered'], 102: ['incoming 101 answered'] },
    ],
    [
      'to a number that the dialplan does not know',
      callRows({ ...inside('101'), src: '021110000' }, { ...byPbx, dst: 'i', lastapp: 'Playback' }),
      { 101: ['outgoing ? failed'] },
    ],
    [
      'to a conference with an extension of its own',
      callRows(inside('101'), { ...byPbx, dst: 'STARTMEETME', lastapp: 'ConfBridge', lastdata: '800,,' }),
      { 101: ['outgoing 800 answered, conference'] },
    ],
    [
      'to a queue, and given up',
      callRows(
        { ...inside('101'), ...queue, duration: '8', billsec: '8' },
        { dstchannel: phone('102') },
        { dstchannel: phone('103') },
      ),
      {
        101: ['outgoing 600 no-answer, ring 8, queue'],
        102: ['incoming 101 missed, ring 8, queue'],
        103: ['incoming 101 missed, ring 8, queue'],
      },
    ],
    [
      'by the second trunk, in the second in which the first failed',
      callRows(
        { ...outside, channel: phone('101') },
        { dstchannel: trunk, disposition: 'FAILED', duration: '0' },
        { dstchannel: 'PJSIP/other-0000000c', ...answered },
      ),
      { 101: ['outgoing 0898765433 answered, ring 6, talk 24'] },
    ],
    [
      'to a number outside that is the extension of a colleague, with a prefix and without',
      [
        ...callRows({ ...inside('102'), dst: '9101' }, abroad),
        ...callRows({ ...inside('102'), dst: '101' }, { at: '60', ...abroad }),
      ],
      { 102: ['outgoing 9101 answered, ring 6, talk 24', 'outgoing 101 answered, ring 6, talk 24'] },
    ],
    [
      'to a colleague who is not registered, and the voicemail',
      callRows(inside('102'), { dst: 's-CHANUNAVAIL', ...mailbox('101') }),
      { 101: ['incoming 102 missed, voicemail'], 102: ['outgoing 101 failed, voicemail'] },
    ],
    [
      'to a colleague who forwards to a mobile, in rows without a sequence',
      callRows(
        { src: '102', cnum: '102', sequence: '', ...answered },
        { ...mobile, cnum: '102', channel: forwarded, uniqueid: '1.2' },
        { channel: phone('102'), dst: '101', dstchannel: outer(forwarded) },
      ),
      {
        101: ['incoming 102 answered-elsewhere, forwarded'],
        102: ['outgoing 101 answered, ring 6, talk 24'],
      },
    ],
    [
      'to a colleague whose call a third one picks up',
      callRows(
        { ...inside('101'), dst: '102', lastdata: dials('102') },
        { dstchannel: phone('102'), disposition: 'ANSWERED', duration: '2', billsec: '0' },
        { at: '2', dstchannel: phone('103'), ...atOnce('5') },
      ),
      {
        101: ['outgoing 102 answered, ring 2, talk 5, pickup'],
        102: ['incoming 101 answered-elsewhere, ring 2, pickup'],
        103: ['incoming 101 answered, pickup'],
      },
    ],
  ]);
});
