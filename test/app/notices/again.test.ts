import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { defaults } from '../../../app/contract/settings.ts';
import type { Events } from '../../../app/events/events.ts';
import type { Wished } from '../../../app/notices/dial-teller.ts';
import { wireNotices } from '../../../app/notices/wire.ts';
import { wordsFor } from '../../../app/words/index.ts';

it('a click on a failed call asks for the same one again: the number, its extension, and who was chosen', () => {
  const events: Events = new EventEmitter();
  const clicks: (() => void)[] = [];
  const asked: Wished[] = [];
  const called = { number: '021234567', extension: '12', name: 'Somchai' };
  wireNotices({
    events,
    notices: { inform: () => {}, offer: (_notice, click) => void clicks.push(click) },
    words: () => wordsFor('en'),
    settings: () => defaults,
    account: () => ({ extension: '101', agentId: null }),
    last: () => called,
    toldVersion: { get: () => null, keep: () => {} },
    clock: () => '',
    open: () => {},
    openIn: { offers: () => false, openParty: async () => ({ ok: true, value: undefined }) },
    call: (wished) => asked.push(wished),
  });
  events.emit('dial.changed', { kind: 'failed', display: '02 123 4567', failure: { code: 'unreachable' } });
  for (const click of clicks) click();
  expect(asked).toEqual([called]);
});
