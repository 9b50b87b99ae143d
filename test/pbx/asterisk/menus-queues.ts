import { callersFrom, type ToMake } from './placed.ts';

const call = callersFrom(1);
const [direct101, queue600, sales, support, twoQueues, salesLater, salesSoonOver, menu, forkingMenu] = [
  '021110101',
  '021110600',
  '021110601',
  '021110602',
  '021110603',
  '021110604',
  '021110605',
  '021110700',
  '021110701',
];

export const menusAndQueues: readonly ToMake[] = [
  // The menu.
  { id: 'i01', text: 'menu, the caller hangs up in it', calls: [call(menu, { hold: 3 })] },
  { id: 'i02', text: 'menu, nothing pressed', calls: [call(menu, { hold: 30 })] },
  {
    id: 'i03',
    text: 'menu, 1 -> 101 answers',
    phones: { 101: 'ans5' },
    calls: [call(menu, { keys: '1', hold: 20 })],
  },
  {
    id: 'i04',
    text: 'menu, 1 -> 101 does not answer, voicemail',
    calls: [call(menu, { keys: '1', hold: 20 })],
  },
  {
    id: 'i05',
    text: 'menu, 1 -> 101, the caller gives up while it rings',
    calls: [call(menu, { keys: '1', hold: 9 })],
  },
  {
    id: 'i06',
    text: 'menu, 2 -> queue 600, 103 answers',
    phones: { 103: 'slow4' },
    calls: [call(menu, { keys: '2', hold: 20 })],
  },
  {
    id: 'i07',
    text: 'menu, 6 -> queue Sales, 102 answers in the second round',
    phones: { 102: 'ring-ans5' },
    calls: [call(menu, { keys: '6', hold: 30 })],
  },
  {
    id: 'i08',
    text: 'menu, 3 -> ring group 300, 102 answers',
    phones: { 102: 'ans5' },
    calls: [call(menu, { keys: '3', hold: 20 })],
  },
  { id: 'i09', text: "menu, 4 -> 101's voicemail", calls: [call(menu, { keys: '4', hold: 8 })] },
  {
    id: 'i10',
    text: 'menu, 102 dialled in it, who answers',
    phones: { 102: 'ans5' },
    calls: [call(menu, { keys: '102', hold: 20 })],
  },
  {
    id: 'i11',
    text: 'menu, a wrong key, then 1 -> 101 answers',
    phones: { 101: 'ans4' },
    calls: [call(menu, { keys: '9wwwwwwwwwwwwwwwwwwwwwwww1', hold: 25 })],
  },
  {
    id: 'i12',
    text: 'menu, 5 -> 101 does not answer, back to the menu, hangs up',
    calls: [call(menu, { keys: '5', hold: 11 })],
  },
  {
    id: 'i13',
    text: 'menu, 5 -> 101 does not answer, back to the menu, 102 answers',
    phones: { 102: 'ans4' },
    calls: [call(menu, { keys: '5wwwwwwwwwwwwwww102', hold: 20 })],
  },
  {
    id: 'i14',
    text: 'menu with a row of its own, 1 -> 101 answers',
    phones: { 101: 'ans5' },
    calls: [call(forkingMenu, { keys: '1', hold: 20 })],
  },
  {
    id: 'i15',
    text: 'menu with a row of its own, 1 -> 101 does not answer, voicemail',
    calls: [call(forkingMenu, { keys: '1', hold: 18 })],
  },
  {
    id: 'i16',
    text: 'menu with a row of its own, 2 -> queue Sales, 101 answers',
    phones: { 101: 'slow3' },
    calls: [call(forkingMenu, { keys: '2', hold: 20 })],
  },
  {
    id: 'i17',
    text: 'menu with a row of its own, 3 -> ring group 300, 103 answers',
    phones: { 103: 'ans5' },
    calls: [call(forkingMenu, { keys: '3', hold: 20 })],
  },
  {
    id: 'i18',
    text: '101 dials the menu 700, presses 102, who answers',
    phones: { 102: 'ans5' },
    calls: [{ from: '101', to: '700', keys: '102', hold: 20 }],
  },
  {
    id: 'i19',
    text: '101 answers, blind transfer to the menu 700, where the caller hangs up',
    phones: { 101: 'bx700' },
    calls: [call(direct101, { hold: 16 })],
  },
  {
    id: 'i20',
    text: '101 answers, REFER to the menu 700, where the caller presses 102, who answers',
    phones: { 101: 'rf700', 102: 'ans4' },
    calls: [call(direct101, { keys: 'wwwwwwwwwwww102', hold: 20 })],
  },
  {
    id: 'i21',
    text: '101 answers, REFER to the menu 701 with a row of its own, where the caller presses 1, 101 answers',
    phones: { 101: 'rf701-ans4' },
    calls: [call(direct101, { keys: 'wwwwwwwwwwww1', hold: 20 })],
  },
  // Queues with names.
  {
    id: 's01',
    text: 'queue Sales, 101 answers in the first round',
    phones: { 101: 'slow3' },
    calls: [call(sales, { hold: 20 })],
  },
  {
    id: 's02',
    text: 'queue Sales, 102 answers in the third round',
    phones: { 102: 'ring-ring-ans6' },
    calls: [call(sales, { hold: 40 })],
  },
  { id: 's03', text: 'queue Sales, the caller gives up', calls: [call(sales, { hold: 9 })] },
  {
    id: 's04',
    text: 'queue Sales, time is up, voicemail of 102',
    calls: [call(salesSoonOver, { hold: 20 })],
  },
  {
    id: 's05',
    text: 'queue Sales, 101 answers, blind transfer to 103',
    phones: { 101: 'bx103', 103: 'ans4' },
    calls: [call(sales, { hold: 40 })],
  },
  {
    id: 's06',
    text: 'queue Sales, 102 answers, attended transfer to 103',
    phones: { 102: 'at103', 103: 'ans12' },
    calls: [call(sales, { hold: 40 })],
  },
  {
    id: 's07',
    text: 'queue Sales, 101 is busy, 102 rejects and then answers',
    phones: { 101: 'busy-busy', 102: 'rej-ans4' },
    calls: [call(sales, { hold: 30 })],
  },
  {
    id: 's08',
    text: 'queue Support, one phone after the other, 103 answers',
    phones: { 103: 'ans5' },
    calls: [call(support, { hold: 30 })],
  },
  { id: 's09', text: 'queue Support, the caller gives up', calls: [call(support, { hold: 9 })] },
  {
    id: 's10',
    text: 'queue Support, the caller presses 1 to leave it, 102 answers',
    phones: { 102: 'ans5' },
    calls: [call(support, { keys: 'ww1', hold: 20 })],
  },
  {
    id: 's11',
    text: 'queue Support, the caller presses 2 for the menu, and hangs up there',
    calls: [call(support, { keys: 'ww2', hold: 8 })],
  },
  {
    id: 's12',
    text: 'queue Support, then queue Sales, 102 answers',
    phones: { 102: 'slow3' },
    calls: [call(twoQueues, { hold: 40 })],
  },
  {
    id: 's13',
    text: 'an announcement, then queue Sales, 101 answers in the second round',
    phones: { 101: 'ring-ans5' },
    calls: [call(salesLater, { hold: 40 })],
  },
  {
    id: 's14',
    text: '103 dials queue Sales, 102 answers',
    phones: { 102: 'ans5' },
    calls: [{ from: '103', to: '601', hold: 20 }],
  },
  {
    id: 's15',
    text: 'queue 600, 102 and 103 do not answer, time is up, voicemail of 102',
    calls: [call(queue600, { hold: 26 })],
  },
  {
    id: 's16',
    text: 'queue Sales, 101 answers, parks it, 104 takes it',
    phones: { 101: 'park' },
    calls: [call(sales, { hold: 30 }), { at: 13, from: '104', to: '71', hold: 5 }],
  },
];
