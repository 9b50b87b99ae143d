import type { Attempt } from '../../../app/contract.ts';
import type { Words } from '../../words/index.ts';

export interface Day {
  readonly key: string;
  readonly heading: string;
  readonly attempts: readonly Attempt[];
}

const dayOf = (at: number) => {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
};

/** Newest day first, as the list comes; days and times are the person's own, not the PBX's. */
export function groupByDay(attempts: readonly Attempt[], now: number, words: Words): Day[] {
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  const names = new Map([
    [dayOf(yesterday.getTime()), words.calls.yesterday],
    [dayOf(now), words.calls.today],
  ]);
  const written = new Intl.DateTimeFormat(words.locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const days = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const key = dayOf(attempt.at);
    days.set(key, [...(days.get(key) ?? []), attempt]);
  }
  return [...days].map(([key, own]) => ({
    key,
    heading: names.get(key) ?? written.format(own[0]?.at ?? now),
    attempts: own,
  }));
}

export function timeOf(at: number, words: Words): string {
  return new Intl.DateTimeFormat(words.locale, { hour: '2-digit', minute: '2-digit' }).format(at);
}
