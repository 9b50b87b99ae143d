import { describe, expect, it } from 'vitest';
import { answered, callRows, customer, phone, tell, trunk } from './rows-of.ts';
import { said } from './said-steps.ts';

/** How a trunk that is called 9000 is dialled, and how the channel to it is called. */
describe.each([
  ['PJSIP/0899999999@9000,30,T', 'PJSIP/9000-0000000c'],
  ['PJSIP/+66899999999@9000', 'PJSIP/9000-0000000c'],
  ['SIP/9000/0899999999,30,T', 'SIP/9000-0000000c'],
  ['IAX2/9000/0899999999|30|T', 'IAX2/9000-12'],
])('a trunk with the name of an extension, dialled as %s', (lastdata, dstchannel) => {
  const outgoing = callRows(
    { src: '101', cnum: '101', dst: '0899999999', channel: phone('101'), dstchannel, lastdata },
    answered,
  );
  const forwarded = { ...customer, dst: '101', channel: trunk, dstchannel, lastdata };

  it('is nobody who answers', () => {
    expect(tell('101', outgoing)).toEqual(['outgoing 0899999999 answered, ring 6, talk 24']);
    expect(said('101', outgoing)).toEqual([]);
  });

  it.each([[answered], [{}]])('is where a call was forwarded, which is in the list', (end) => {
    const rows = callRows(forwarded, end);
    expect(tell('101', rows)).toHaveLength(1);
    expect(said('101', rows)).toEqual([expect.stringMatching(/^Forwarded to (?:0|\+66)899999999$/)]);
  });
});

it.each([
  'PJSIP/102,30,Ttr',
  'PJSIP/102/sip:102@192.0.2.1:5060,30',
  'PJSIP/101/sip:1@192.0.2.7&PJSIP/102/sip:8829@192.0.2.1,30',
  'SIP/102/102,30',
  'PJSIP/102@102,30',
  '',
])('a phone is one, by whatever address it is dialled: %s', (lastdata) => {
  const rows = callRows(
    { src: '101', cnum: '101', dst: '300', channel: phone('101'), dstchannel: phone('102'), lastdata },
    answered,
  );
  expect(said('101', rows)).toEqual(['Answered by Malee (102)']);
});
