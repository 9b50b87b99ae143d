import { describe, expect, it } from 'vitest';
import { stepsShown } from '../../../app/calls/view.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { stepText } from '../../../app/words/step-text.ts';
import type { CdrRow } from '../../pbx/cdr.ts';
import { answered, callRows, customer, phone, shownTo, trunk } from './rows-of.ts';
import { byPbx, dials, group, mailbox, outside, queue } from './variants.ts';

const names: Readonly<Record<string, string>> = { 101: 'Somchai', 102: 'Malee', 300: 'Front desk' };
const seen = {
  numberOf: (number: string) => ({ display: number, callable: number }),
  whoIs: (number: string) => names[number] ?? null,
};
const said = (language: 'en' | 'th', rows: readonly CdrRow[]): string[] =>
  shownTo('101', rows)
    .toReversed()
    .flatMap((call) => stepsShown(call, seen).map((step) => stepText(wordsFor(language), step)));

/** 101 had a customer, until ten seconds after ten, who then went on to `dst`. */
const had = (dst: string, ...then: readonly (CdrRow & { readonly at?: string })[]): CdrRow[] =>
  callRows(
    { ...customer, channel: trunk },
    { ...answered, dst, dstchannel: phone('101'), lastdata: dials('101') },
    ...then,
  );
const rings = (at: number, extension: string, more: CdrRow = {}) => ({
  ...{
    at: String(at),
    dst: extension,
    dstchannel: phone(extension, `000000${at}`),
    lastdata: dials(extension),
  },
  ...more,
});
/** What the dialplan runs where there is nothing more to do. */
const over = (at: number, dst: string) => ({
  ...{ ...byPbx, at: String(at), dst, lastapp: 'Hangup', duration: '0', billsec: '0' },
});
const away = (at: number, more: CdrRow = {}) => ({
  ...{ at: String(at), dst: '0877777777', dstchannel: 'PJSIP/trunk-0000000c' },
  ...{ lastdata: 'PJSIP/0877777777@trunk,20,T', ...more },
});
const inGroup = (at: number, of: string, more: CdrRow = {}) => ({
  ...{
    ...group,
    at: String(at),
    lastdata: 'PJSIP/102&PJSIP/103,20,Ttr',
    dstchannel: phone(of, `00000${at}`),
  },
  ...more,
});
const inQueue = (at: number, of: string, more: CdrRow = {}) => ({
  ...{ ...queue, at: String(at), dstchannel: phone(of, `0000${at}`), ...more },
});
/** A customer whom 101 called. */
const called = (dst: string, ...then: readonly (CdrRow & { readonly at?: string })[]): CdrRow[] =>
  callRows(
    {},
    { ...outside, ...answered, dst, channel: phone('101'), dstchannel: trunk },
    ...then.map((row) => ({ src: '0898765433', channel: trunk, ...row })),
  );

const unanswered = 'Transferred to Malee (102), not answered';

describe('a call that was handed on is told as far as its rows go', () => {
  it.each<[string, readonly CdrRow[], readonly string[]]>([
    ['the caller gave up while it rang', had('102', rings(30, '102')), [unanswered]],
    ['it rang to the end', had('102', rings(30, '102'), over(50, '102')), [unanswered]],
    [
      'busy',
      had('102', rings(30, '102', { disposition: 'BUSY', duration: '0' }), over(30, '102')),
      [unanswered],
    ],
    [
      'their phone was off',
      had('102', rings(30, '102', { disposition: 'FAILED', duration: '0' })),
      [unanswered],
    ],
    [
      'what became of it is not known',
      had('102', rings(30, '102', { disposition: '' })),
      ['Transferred to Malee (102)'],
    ],
    [
      'into the voicemail of whom it rang at',
      had('102', rings(30, '102'), { ...mailbox('102'), at: '50', dst: 's-NOANSWER' }),
      [unanswered, 'Voicemail, 0:09'],
    ],
    [
      'into a voicemail at once',
      had('*102', { ...mailbox('102'), at: '30', dst: '*102' }),
      ['Transferred to *102', 'Voicemail, 0:09'],
    ],
    ['to a number outside', had('0877777777', away(30)), ['Transferred to 0877777777, not answered']],
    [
      'to a number outside that answered',
      had('0877777777', away(30, answered)),
      ['Transferred to 0877777777'],
    ],
    [
      'to a group where nobody answered',
      had('300', inGroup(30, '102'), inGroup(30, '103'), over(50, '300')),
      ['Transferred to Front desk (300), not answered'],
    ],
    [
      'to a group of which a row may be missing',
      had('300', inGroup(30, '102'), inGroup(30, '103'), over(90, '300')),
      ['Transferred to Front desk (300)'],
    ],
    [
      'to a group, and the caller gave up',
      had('300', inGroup(30, '102'), inGroup(30, '103')),
      ['Transferred to Front desk (300)'],
    ],
    [
      'to a group where one answered',
      had('300', inGroup(30, '102'), inGroup(30, '103', answered)),
      ['Transferred to Front desk (300)'],
    ],
    ['to a queue of one, who answered', had('600', inQueue(30, '102', answered)), ['Transferred to 600']],
    [
      'to a queue where nobody answered',
      had('600', inQueue(30, '102'), inQueue(30, '103'), over(50, '600')),
      ['Transferred to 600, not answered'],
    ],
    [
      'it rang, and the row of what came then is missing',
      had('102', rings(30, '102'), over(90, '102')),
      ['Transferred to Malee (102)'],
    ],
    ['of a call that 101 made', called('102', rings(30, '102')), [unanswered]],
    [
      'of a call that 101 made, into a voicemail',
      called('102', rings(30, '102'), { ...mailbox('102'), at: '50', dst: 's-NOANSWER' }),
      [unanswered, 'Voicemail, 0:09'],
    ],
    [
      'a colleague asked meanwhile, who did not answer: the caller stayed',
      callRows(
        {},
        { ...customer, ...answered, channel: trunk, dst: '101', dstchannel: phone('101') },
        { src: '101', cnum: '101', channel: phone('101', '0000000e'), ...rings(10, '102') },
      ),
      [],
    ],
    [
      'a colleague asked meanwhile, who answered: the caller stayed',
      callRows(
        {},
        { ...customer, ...answered, channel: trunk, dst: '101', dstchannel: phone('101') },
        {
          ...rings(10, '102', { ...answered, duration: '8' }),
          src: '101',
          channel: phone('101', '0000000e'),
        },
      ),
      [],
    ],
    [
      'the dialplan went on to a voicemail by itself',
      callRows(
        { ...customer, channel: trunk },
        { ...answered, dst: '101', dstchannel: phone('101'), lastdata: 'PJSIP/101,20,Ttrg' },
        { ...mailbox('102'), at: '30', dst: '101' },
      ),
      [],
    ],
  ])('%s', (_, rows, sentences) => {
    for (const some of [rows, rows.toReversed()]) expect(said('en', some)).toEqual(sentences);
    for (const sentence of said('th', rows))
      expect(sentence.replaceAll(/Malee|Front desk/g, '')).not.toMatch(/[a-z]/i);
  });
});
