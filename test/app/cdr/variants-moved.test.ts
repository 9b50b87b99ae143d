import { describe } from 'vitest';
import { answered, callRows, customer, phone, trunk } from './rows-of.ts';
import { areShown, atOnce, byPbx, dials, inside, mobile, outside } from './variants.ts';

const held = {
  ...customer,
  dst: '101',
  channel: trunk,
  dstchannel: phone('101'),
  lastdata: dials('101'),
  ...answered,
};

describe('a call that is moved', () => {
  areShown([
    [
      'by a blind transfer, and another, which nobody answers',
      callRows(
        { ...customer, dst: '103', channel: trunk },
        { ...held, dst: '103' },
        { at: '30', dstchannel: phone('102'), lastdata: dials('102'), ...atOnce('9') },
        { at: '39', dstchannel: phone('103'), lastdata: dials('103'), duration: '8', billsec: '8' },
      ),
      {
        101: ['incoming 0812345678 answered, ring 6, talk 24, transfer'],
        102: ['incoming 0812345678 answered, transfer'],
        103: ['incoming 0812345678 missed, ring 8, transfer'],
      },
    ],
    [
      'by the one who made it, to a colleague who does not answer',
      callRows(
        {},
        { ...outside, channel: phone('101'), dstchannel: trunk, ...answered },
        {
          at: '30',
          src: '0898765433',
          cnum: '0898765433',
          dst: '102',
          channel: trunk,
          dstchannel: phone('102'),
          uniqueid: '1.2',
        },
      ),
      {
        101: ['outgoing 0898765433 answered, ring 6, talk 24, transfer'],
        102: ['incoming 0898765433 missed, ring 20, transfer'],
      },
    ],
    [
      'by a blind transfer, and comes back unanswered',
      callRows(
        { ...held, dst: '102' },
        {},
        { at: '30', dstchannel: phone('102'), lastdata: dials('102'), disposition: 'NO ANSWER' },
        { at: '54', dst: '101', dstchannel: phone('101', '0000000f') },
      ),
      {
        101: ['incoming 0812345678 answered, ring 6, talk 48, transfer'],
        102: ['incoming 0812345678 answered-elsewhere, ring 30, transfer'],
      },
    ],
    [
      'by an attended transfer to a number outside',
      callRows(
        held,
        {},
        { at: '8', ...mobile, cnum: '101', did: '', channel: phone('101', '0000000e'), uniqueid: '1.2' },
        { at: '38', dstchannel: mobile.dstchannel },
      ),
      { 101: ['incoming 0812345678 answered, ring 6, talk 24, transfer'] },
    ],
    [
      'not at all: a colleague is asked meanwhile, and busy',
      callRows({}, held, {
        at: '8',
        ...inside('101'),
        channel: phone('101', '0000000e'),
        dst: '102',
        dstchannel: phone('102'),
        disposition: 'BUSY',
        duration: '1',
        uniqueid: '1.2',
      }),
      { 101: ['incoming 0812345678 answered, ring 6, talk 24'], 102: ['incoming 101 missed, ring 1'] },
    ],
    [
      'by parking, by the one who made it, and taken by a colleague',
      callRows(
        { src: '0898765433', cnum: '0898765433', dst: '71', channel: trunk, uniqueid: '1.2' },
        { ...outside, channel: phone('101'), dstchannel: trunk, uniqueid: '1.1', ...answered },
        { ...byPbx, at: '30', lastapp: 'Park', ...atOnce('10') },
        { at: '40', dstchannel: phone('102'), lastapp: 'AppDial', ...atOnce('30') },
        { ...byPbx, ...inside('102'), at: '40', lastapp: 'ParkedCall', duration: '0', uniqueid: '1.3' },
      ),
      {
        101: ['outgoing 0898765433 answered, ring 6, talk 24, parking'],
        102: ['incoming 0898765433 answered, parking'],
      },
    ],
    [
      'by parking, and comes back to the phone that parked it',
      callRows(
        held,
        {},
        { ...byPbx, at: '30', dst: '701', lastapp: 'Park', ...atOnce('45') },
        {
          at: '75',
          dst: 'PJSIP_101',
          dcontext: 'park-dial',
          dstchannel: phone('101', '0000000f'),
          disposition: 'NO ANSWER',
        },
      ),
      { 101: ['incoming 0812345678 missed, ring 6, talk 24, parking'] },
    ],
  ]);
});
