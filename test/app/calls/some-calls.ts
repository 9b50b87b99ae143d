import { createCallList } from '../../../app/calls/list.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { bangkok, callRows, shownTo } from '../cdr/rows-of.ts';
import { callersOf } from './callers-of.ts';

export const ten = Date.UTC(2026, 10, 23, 3);
export const out = (at: number, dst: string, more = {}) =>
  callRows(
    { src: '021110000', cnum: '101', dst, channel: 'PJSIP/101-0a', dstchannel: 'PJSIP/trunk-0b' },
    { at: String(at), ...more },
  );
export const missedFrom = (at: number, src: string, cnam = '') =>
  callRows(
    { src, cnam, dst: '101', did: '02', channel: 'PJSIP/trunk-0a', dstchannel: 'PJSIP/101-0b' },
    { at: String(at) },
  );

export const keyOf = (number: string): string => number.replace(/\D/g, '').replace(/^66/, '0');

export const listOf = (rows: Parameters<typeof shownTo>[1]) =>
  createCallList({
    calls: () => shownTo('101', rows),
    attempts: () => [],
    nameOf: ({ party }) => party.name,
    noteOf: () => '',
    personOf: ({ number }) => ({ has: ({ party }) => party.number === number }),
    keyOf,
    sentFor: keyOf,
    callerOf: callersOf(keyOf).of,
    chosenFor: () => null,
    prefixes: () => prefixesOf('TH'),
    skew: () => 0,
    toDoFrom: () => 0,
    isDone: () => false,
    reminders: () => [],
    zone: () => bangkok,
  });
