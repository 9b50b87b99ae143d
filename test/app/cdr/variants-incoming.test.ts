import { describe } from 'vitest';
import { answered, callRows, customer, phone, trunk } from './rows-of.ts';
import { areShown, byPbx, dials, group, half, inside, mailbox, mobile, own, queue } from './variants.ts';

const member = half('101', 'from-queue', 1, 2);
const followMe = half('FMPR-101', 'from-internal', 2, 2);
const colleague = half('102', 'from-internal', 3, 2);
const toMobile = half('0899999999', 'from-internal', 4, 2);
const outer = (channel: string): string => channel.replace(';2', ';1');

describe('a call that comes in', () => {
  areShown([
    [
      'while another lasts, to the same phone',
      [
        ...callRows({ ...customer, dst: '101', channel: trunk }, { dstchannel: phone('101'), ...answered }),
        ...callRows(
          { src: '0899', cnum: '0899', dst: '101', channel: 'PJSIP/trunk-0000000e' },
          { at: '5', dstchannel: phone('101', '0000000c'), ...answered },
        ),
      ],
      { 101: ['incoming 0812345678 answered, ring 6, talk 24', 'incoming 0899 answered, ring 6, talk 24'] },
    ],
    [
      'to a phone that is registered twice',
      callRows(
        { ...customer, dst: '101', channel: trunk },
        { dstchannel: phone('101'), duration: '6' },
        { dstchannel: phone('101', '0000000c'), ...answered },
      ),
      { 101: ['incoming 0812345678 answered, ring 6, talk 24'] },
    ],
    [
      'to a busy phone, then to a colleague',
      callRows(
        { ...customer, channel: trunk },
        { dst: '101', dstchannel: phone('101'), disposition: 'BUSY', duration: '0' },
        { at: '1', dst: '102', dstchannel: phone('102'), ...answered },
      ),
      {
        101: ['incoming 0812345678 answered-elsewhere, ring 0'],
        102: ['incoming 0812345678 answered, ring 6, talk 24'],
      },
    ],
    [
      'unanswered, then to a colleague through a Local channel',
      callRows(
        { ...customer, channel: trunk },
        { dst: '101', dstchannel: phone('101'), duration: '10' },
        { at: '10', dst: '102', dstchannel: outer(colleague), ...answered },
        {
          at: '10',
          did: '',
          dst: '102',
          channel: colleague,
          dstchannel: phone('102'),
          uniqueid: '1.2',
          ...answered,
        },
      ),
      {
        101: ['incoming 0812345678 answered-elsewhere, ring 10'],
        102: ['incoming 0812345678 answered, ring 6, talk 24'],
      },
    ],
    [
      'forwarded to a colleague, who does not answer',
      callRows(
        customer,
        { dst: '101', channel: trunk, dstchannel: outer(colleague) },
        { did: '', dst: '102', channel: colleague, dstchannel: phone('102'), uniqueid: '1.2' },
      ),
      { 101: ['incoming 0812345678 missed, forwarded'], 102: ['incoming 0812345678 missed, ring 20'] },
    ],
    [
      'from a colleague, unanswered, then forwarded to a mobile that answers',
      callRows(
        inside('102'),
        { dst: '101', dstchannel: phone('101'), duration: '10' },
        { at: '10', dst: '101', dstchannel: outer(toMobile), ...answered },
        { at: '10', ...mobile, channel: toMobile, uniqueid: '1.2', ...answered },
      ),
      {
        101: ['incoming 102 answered-elsewhere, ring 10, forwarded'],
        102: ['outgoing 101 answered, ring 6, talk 24'],
      },
    ],
    [
      'through a follow-me that rings a colleague too, who answers',
      callRows(
        customer,
        { dst: '101', channel: trunk, dstchannel: outer(followMe), duration: '8' },
        {
          dst: '101',
          channel: trunk,
          dstchannel: half('FMGL-102#', 'from-internal', 5, 1),
          ...answered,
        },
        {
          did: '',
          dst: 'FMPR-101',
          channel: followMe,
          dstchannel: phone('101'),
          uniqueid: '1.2',
          duration: '8',
        },
        {
          did: '',
          dst: '102',
          channel: half('FMGL-102#', 'from-internal', 5, 2),
          dstchannel: phone('102'),
          uniqueid: '1.3',
          ...answered,
        },
      ),
      {
        101: ['incoming 0812345678 answered-elsewhere, ring 8, forwarded'],
        102: ['incoming 0812345678 answered, ring 6, talk 24'],
      },
    ],
    [
      'through a menu, unanswered, with voicemail',
      callRows(
        { ...customer, channel: trunk },
        { dst: '101', dstchannel: phone('101'), lastdata: dials('101'), duration: '32', billsec: '32' },
        { at: '32', dst: 'vmu101', ...mailbox('101') },
      ),
      { 101: ['incoming 0812345678 missed, voicemail'] },
    ],
    [
      'through a menu with a row of its own to a ring group',
      callRows(
        { ...customer, channel: trunk },
        { ...byPbx, dst: 's', dcontext: 'ivr-1', lastapp: 'BackGround', duration: '12', billsec: '12' },
        { ...group, at: '12', dstchannel: phone('101'), duration: '4' },
        { ...group, at: '12', dstchannel: phone('102'), ...answered },
      ),
      {
        101: ['incoming 0812345678 answered-elsewhere, ring 4, ivr ring-group'],
        102: ['incoming 0812345678 answered, ivr ring-group'],
      },
    ],
    [
      'to a queue that nobody answers, then to a ring group',
      callRows(
        { ...customer, channel: trunk },
        { ...queue, dstchannel: phone('102') },
        { ...group, at: '20', dstchannel: phone('101'), ...answered },
        { ...group, at: '20', dstchannel: phone('103'), duration: '6' },
      ),
      {
        101: ['incoming 0812345678 answered, ring 6, talk 24, queue ring-group'],
        102: ['incoming 0812345678 answered-elsewhere, ring 20, queue ring-group'],
        103: ['incoming 0812345678 answered-elsewhere, ring 6, queue ring-group'],
      },
    ],
    [
      'to a queue whose member has a follow-me',
      callRows(
        { ...customer, duration: '4' },
        { ...queue, channel: trunk, dstchannel: outer(member) },
        { ...queue, channel: trunk, dstchannel: phone('102'), ...answered },
        { did: '', dst: '101', channel: member, dstchannel: outer(followMe), uniqueid: '1.2' },
        { did: '', dst: 'FMPR-101', channel: followMe, dstchannel: phone('101'), uniqueid: '1.3' },
      ),
      {
        101: ['incoming 0812345678 answered-elsewhere, ring 4, queue'],
        102: ['incoming 0812345678 answered, queue'],
      },
    ],
    [
      'to a ring group of Local channels, of which only the inner row has come',
      callRows(own, { channel: half('RG-300-101', 'from-internal', 1, 2), uniqueid: '1.2' }),
      { 101: ['incoming 0898765433 missed, ring 20'] },
    ],
    [
      'to a ring group whose rows are a second apart',
      callRows(
        { ...customer, ...group, channel: trunk },
        { dstchannel: phone('101'), duration: '4' },
        { at: '1', dstchannel: phone('102'), ...answered },
      ),
      {
        101: ['incoming 0812345678 answered-elsewhere, ring 4, ring-group'],
        102: ['incoming 0812345678 answered, ring 6, talk 24, ring-group'],
      },
    ],
    [
      'to a phone that is not to be disturbed: an announcement answers',
      callRows({ ...customer, dst: '101', channel: trunk }, { ...byPbx, lastapp: 'Playback', billsec: '20' }),
      { 101: ['incoming 0812345678 missed'] },
    ],
    [
      'to the voicemail of another, whose extension begins with 101',
      callRows({ ...customer, channel: trunk }, { dst: 's-NOANSWER', ...mailbox('1010') }),
      {},
    ],
    [
      'from a colleague who withholds the number',
      callRows(
        { ...inside('102'), src: 'anonymous', cnum: 'anonymous', dst: '101' },
        { dstchannel: phone('101') },
      ),
      { 101: ['incoming 102 missed, ring 20'], 102: ['outgoing 101 no-answer, ring 20'] },
    ],
    [
      'from a customer whose number is a country code before 101',
      callRows(
        { ...customer, src: '66101', cnum: '66101', dst: '102', channel: trunk },
        { dstchannel: phone('102') },
      ),
      { 102: ['incoming 66101 missed, ring 20'] },
    ],
    [
      'from outside with the number 101, to 101',
      callRows(
        { ...customer, src: '101', cnum: '101', dst: '101', channel: trunk },
        { dstchannel: phone('101'), ...answered },
      ),
      { 101: ['incoming 101 answered, ring 6, talk 24'] },
    ],
  ]);
});
