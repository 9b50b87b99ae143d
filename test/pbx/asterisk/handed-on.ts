import { callersFrom, type ToMake } from './placed.ts';

const call = callersFrom(36);
const [direct101, group, sales, findMe, findMeAlone] = [
  '021110101',
  '021110300',
  '021110601',
  '021110401',
  '021110402',
];

export const handedOn: readonly ToMake[] = [
  // Parking.
  {
    id: 'p10',
    text: '101 answers, parks it by feature code, 104 takes it',
    phones: { 101: 'park' },
    calls: [call(direct101, { hold: 30 }), { at: 10, from: '104', to: '71', hold: 5 }],
  },
  {
    id: 'p11',
    text: '101 answers, parks it by blind transfer to 70, 104 takes it',
    phones: { 101: 'bx70' },
    calls: [call(direct101, { hold: 30 }), { at: 14, from: '104', to: '71', hold: 5 }],
  },
  {
    id: 'p12',
    text: '101 answers, parks it by REFER to 70, the time is up, back at 101, who does not answer',
    phones: { 101: 'rf70' },
    calls: [call(direct101, { hold: 40 })],
  },
  {
    id: 'p13',
    text: '101 answers, parks it by feature code, the time is up, back at 101, who answers',
    phones: { 101: 'park-ans4' },
    calls: [call(direct101, { hold: 40 })],
  },
  {
    id: 'p14',
    text: '101 answers, parks it, the caller hangs up in the lot',
    phones: { 101: 'park' },
    calls: [call(direct101, { hold: 8 })],
  },
  {
    id: 'p15',
    text: '101 answers, parks it in a lot that goes on to 102, who answers',
    phones: { 101: 'bx80', 102: 'ans4' },
    calls: [call(direct101, { hold: 40 })],
  },
  {
    id: 'p16',
    text: '103 dials 101, who parks it, 104 takes it',
    phones: { 101: 'park' },
    calls: [
      { from: '103', to: '101', hold: 30 },
      { at: 10, from: '104', to: '71', hold: 5 },
    ],
  },
  {
    id: 'p17',
    text: '101 dials 0812345678 and parks it, 104 takes it',
    phones: { '0812345678': 'ans40' },
    calls: [
      { from: '101', to: '0812345678', keys: '*3', hold: 4 },
      { at: 9, from: '104', to: '71', hold: 5 },
    ],
  },
  // Pickup.
  {
    id: 'u01',
    text: '101 rings, 104 takes it with *8',
    calls: [call(direct101, { hold: 8 }), { at: 3, from: '104', to: '*8', hold: 5 }],
  },
  {
    id: 'u02',
    text: '101 rings, 104 takes it with **101',
    calls: [call(direct101, { hold: 8 }), { at: 3, from: '104', to: '**101', hold: 5 }],
  },
  {
    id: 'u03',
    text: 'ring group 300 rings, 104 takes it with *8',
    calls: [call(group, { hold: 8 }), { at: 3, from: '104', to: '*8', hold: 5 }],
  },
  {
    id: 'u04',
    text: 'queue Sales rings, 104 takes it with **101',
    calls: [call(sales, { hold: 14 }), { at: 3, from: '104', to: '**101', hold: 5 }],
  },
  // Follow-me and forwarding.
  {
    id: 'f10',
    text: 'follow-me of 101 rings 102 as well, who answers',
    phones: { 102: 'ans5' },
    calls: [call(findMe, { hold: 20 })],
  },
  {
    id: 'f11',
    text: 'follow-me of 101 rings 102 as well, 101 answers',
    phones: { 101: 'ans5' },
    calls: [call(findMe, { hold: 20 })],
  },
  {
    id: 'f12',
    text: "follow-me of 101 rings 102 as well, nobody answers, 102's voicemail does",
    calls: [call(findMe, { hold: 22 })],
  },
  {
    id: 'f13',
    text: 'follow-me of 101 rings 102 as well, nobody answers, voicemail of 101',
    calls: [call(findMeAlone, { hold: 18 })],
  },
  // Transfers.
  {
    id: 'x10',
    text: '101 answers, blind transfer to 102, who answers',
    phones: { 101: 'bx102', 102: 'ans4' },
    calls: [call(direct101, { hold: 30 })],
  },
  {
    id: 'x11',
    text: '101 answers, blind transfer to 102, who does not answer',
    phones: { 101: 'bx102' },
    calls: [call(direct101, { hold: 40 })],
  },
  {
    id: 'x12',
    text: '101 answers, attended transfer to 102, who answers',
    phones: { 101: 'at102', 102: 'ans12' },
    calls: [call(direct101, { hold: 40 })],
  },
  {
    id: 'x13',
    text: '101 answers, hangs up while 102 rings, who answers',
    phones: { 101: 'as102', 102: 'slow7' },
    calls: [call(direct101, { hold: 40 })],
  },
  {
    id: 'x14',
    text: '101 answers, asks 102, who is busy and whose voicemail answers, and goes on with the caller',
    phones: { 101: 'ab102', 102: 'busy' },
    calls: [call(direct101, { hold: 18 })],
  },
  {
    id: 'x15',
    text: '101 answers, hangs up while 102 rings, who does not answer; 101 is rung again',
    phones: { 101: 'as102-ans4' },
    calls: [call(direct101, { hold: 45 })],
  },
  {
    id: 'x16',
    text: '101 answers, the operator sends the caller to 102, who answers',
    phones: { 101: 'ans20', 102: 'ans4' },
    calls: [call(direct101, { hold: 30 })],
    redirect: { at: 6, to: '102' },
  },
  {
    id: 'x17',
    text: '101 answers, the operator sends the caller to ring group 300, 103 answers',
    phones: { 101: 'ans20-ring', 103: 'ans4' },
    calls: [call(direct101, { hold: 30 })],
    redirect: { at: 6, to: '300' },
  },
  {
    id: 'x18',
    text: '101 answers, attended transfer to queue 601 (Sales), 102 answers',
    phones: { 101: 'at601', 102: 'ans9' },
    calls: [call(direct101, { hold: 40 })],
  },
  {
    id: 'x19',
    text: "101 answers, REFER into 102's voicemail",
    phones: { 101: 'rfvmu102' },
    calls: [call(direct101, { hold: 16 })],
  },
  {
    id: 'x20',
    text: '103 dials 101, who transfers it to 102, attended',
    phones: { 101: 'at102', 102: 'ans12' },
    calls: [{ from: '103', to: '101', hold: 40 }],
  },
  {
    id: 'x21',
    text: '101 dials 0812345678 and transfers it to 102, attended',
    phones: { '0812345678': 'ans40', 102: 'ans12' },
    calls: [{ from: '101', to: '0812345678', keys: 'wwwwww*2ww102', hold: 6 }],
  },
  {
    id: 'x22',
    text: '103 dials 101 and transfers it to 102, attended',
    phones: { 101: 'ans40', 102: 'ans12' },
    calls: [{ from: '103', to: '101', keys: 'wwwwww*2ww102', hold: 6 }],
  },
  {
    id: 'x23',
    text: '101 dials 0812345678 and transfers it to 102, blind',
    phones: { '0812345678': 'ans40', 102: 'ans6' },
    calls: [{ from: '101', to: '0812345678', keys: 'wwwwww##ww102', hold: 4 }],
  },
  {
    id: 'x24',
    text: '101 dials 0812345678 and transfers it to the menu 700, blind',
    phones: { '0812345678': 'ans15' },
    calls: [{ from: '101', to: '0812345678', keys: 'wwwwww##ww700', hold: 4 }],
  },
  // Voicemail.
  { id: 'v10', text: '101 does not answer, voicemail, 5 s', calls: [call(direct101, { hold: 14 })] },
  {
    id: 'v11',
    text: '101 is busy, voicemail',
    phones: { 101: 'busy' },
    calls: [call(direct101, { hold: 7 })],
  },
  {
    id: 'v12',
    text: '101 does not answer, voicemail, and after a message the same again',
    calls: [call('021110106', { keys: 'wwwwwwwwwwwwwwwwww#', hold: 18 })],
  },
];
