import { expect, it } from 'vitest';
import { tellVersion } from '../../../app/notices/new-version.ts';
import { wordsFor } from '../../../app/words/index.ts';

function told(version: string, { last = null as string | null, at = '10:00', quiet = true } = {}) {
  const titles: string[] = [];
  const kept: string[] = [];
  tellVersion(version, {
    words: wordsFor('en'),
    settings: { quietHours: quiet ? { from: '18:00', to: '08:00' } : null },
    shown: `2026-11-27 ${at}:00`,
    told: last,
    notify: ({ title }) => titles.push(title),
    keep: (one) => kept.push(one),
  });
  return { titles, kept };
}

it('a newer version is told of once, also after a start', () => {
  expect(told('2.0.0')).toEqual({
    titles: ['Version 2.0.0 of promptCall Companion is available'],
    kept: ['2.0.0'],
  });
  expect(told('2.0.0', { last: '2.0.0' })).toEqual({ titles: [], kept: [] });
  expect(told('2.1.0', { last: '2.0.0' }).kept).toEqual(['2.1.0']);
});

it('in the quiet hours it waits, and is not taken for told', () => {
  expect(told('2.0.0', { at: '19:30' })).toEqual({ titles: [], kept: [] });
  expect(told('2.0.0', { at: '19:30', quiet: false }).titles).toHaveLength(1);
});
