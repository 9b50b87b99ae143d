import { expect, test } from 'vitest';
import { answered, callRows, customer, phone, tell, trunk } from './rows-of.ts';

const out = (peer: string, columns: Readonly<Record<string, string>> = {}) =>
  callRows(
    {},
    {
      src: '101',
      cnum: '101',
      dst: '0898765432',
      channel: phone(peer),
      dstchannel: trunk,
      lastdata: 'PJSIP/0898765432@trunk,300,T',
      ...answered,
      ...columns,
    },
  );

test.each(['101-mobile', 'home_101', 'acme.101', '99101', '98101'])(
  'a call from %s that bears the number 101 is of 101',
  (peer) => {
    expect(tell('101', out(peer))).toEqual(['outgoing 0898765432 answered, ring 6, talk 24']);
    // The company's number is shown as the caller's, the extension is beside it.
    expect(tell('101', out(peer, { src: '021110000' }))).toHaveLength(1);
  },
);

test.each([
  ['99101', { src: '99101', cnum: '99101' }],
  ['101-mobile', { src: '102', cnum: '102' }],
  ['1101', {}],
  ['1010', {}],
  ['89101', {}],
  ['mobile101', {}],
  ['trunk-101', { did: '021110000' }],
  ['trunk-101', { dcontext: 'from-trunk' }],
])('one from %s with %j is somebody else’s', (peer, columns) => {
  expect(tell('101', out(peer, columns))).toEqual([]);
});

test('a person who answers on the phone in the browser has answered, and a colleague who picks up has not', () => {
  const rung = { ...customer, dst: '101', channel: trunk, lastdata: 'PJSIP/101&PJSIP/99101,20,Ttr' };
  const on = (peer: string) =>
    callRows(rung, { dstchannel: phone('101') }, { dstchannel: phone(peer, '0000000c'), ...answered });
  expect(tell('101', on('99101'))).toEqual(['incoming 0812345678 answered, ring 6, talk 24']);
  expect(tell('101', on('99102'))).toEqual(['incoming 0812345678 answered-elsewhere, ring 20, ring-group']);
  // Where it is a phone of its own.
  expect(tell('99101', on('99101'))).toEqual(['incoming 0812345678 answered, ring 6, talk 24, ring-group']);
});
