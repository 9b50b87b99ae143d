import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { tellPage } from '../../../app/desktop/page-news.ts';
import { createPageRest, longestDrawing } from '../../../app/desktop/page-rest.ts';
import type { Events, Happened } from '../../../app/events/events.ts';
import { signedOut } from '../../../renderer/state/session.ts';

const quarter = 15 * 60_000;

/** A page that gives what is on it, or does not, and a clock that is moved by hand. */
function desk() {
  let now = 0;
  let timers: { at: number; then: () => void }[] = [];
  const events: Events = new EventEmitter<Happened>();
  const happened: string[] = [];
  const page = { gives: 'typed 081' as string | null };
  const rest = createPageRest<string>({
    events,
    after: quarter,
    page: { letGo: () => happened.push('let go'), load: () => happened.push('load') },
    timer(ms, then) {
      const one = { at: now + ms, then };
      timers.push(one);
      return () => {
        timers = timers.filter((other) => other !== one);
      };
    },
  });
  events.on('page.wanted', () => {
    happened.push('wanted');
    if (page.gives !== null) rest.given(page.gives);
  });

  function pass(ms: number): void {
    const until = now + ms;
    for (;;) {
      const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((one) => one !== next);
      now = next.at;
      next.then();
    }
    now = until;
  }
  return { events, rest, page, happened, pass };
}

describe('a page', () => {
  it('is let go once nobody has seen it for a quarter of an hour, and only then', () => {
    const { rest, happened, pass } = desk();
    rest.seen(true);
    pass(8 * quarter);
    rest.seen(false);
    pass(quarter - 1);
    rest.seen(true);
    rest.seen(false);
    pass(quarter - 1);
    expect(happened).toEqual([]);
    pass(1);
    expect(happened).toEqual(['wanted', 'let go']);
    pass(8 * quarter);
    expect(happened).toHaveLength(2);
  });

  it('that was never shown is let go, too', () => {
    const { happened, pass } = desk();
    pass(quarter);
    expect(happened).toEqual(['wanted', 'let go']);
  });

  it('that gives nothing stays, and is asked again', () => {
    const { page, rest, happened, pass } = desk();
    page.gives = null;
    rest.seen(false);
    pass(2 * quarter);
    expect(happened).toEqual(['wanted', 'wanted']);
    page.gives = 'heard to the end';
    pass(quarter);
    expect(happened.at(-1)).toBe('let go');
  });

  it('stays where its answer comes while somebody looks, or was not asked for', () => {
    const { page, rest, happened, pass } = desk();
    page.gives = null;
    rest.given('of itself');
    pass(quarter);
    rest.seen(true);
    rest.given('late');
    expect(happened).toEqual(['wanted']);
    expect(rest.kept()).toBe(null);
  });

  it('comes back with what was on it, said once', async () => {
    const { rest, happened, pass } = desk();
    pass(quarter);
    const coming = rest.needed();
    expect(rest.needed()).toBe(coming);
    expect(happened).toEqual(['wanted', 'let go', 'load']);
    expect(rest.kept()).toBe('typed 081');
    rest.drawn();
    await coming;
    expect(rest.needed()).toBe(null);
    expect(rest.kept()).toBe(null);
    // And nobody looked after all.
    pass(quarter);
    expect(happened.slice(3)).toEqual(['wanted', 'let go']);
  });

  it('has begun to ask once it asks what is to be on it', () => {
    const { events, rest, happened } = desk();
    events.on('page.asks', () => happened.push('asks'));
    rest.kept();
    expect(happened).toEqual(['asks']);
  });

  it('comes back where its window is seen, whoever showed it', () => {
    const { rest, happened, pass } = desk();
    pass(quarter);
    rest.seen(true);
    expect(happened.at(-1)).toBe('load');
  });

  it('that is not drawn is not waited for for long', async () => {
    const { rest, pass } = desk();
    pass(quarter);
    const coming = rest.needed();
    pass(longestDrawing);
    await coming;
  });

  it('shows nothing of the last person to the next one', () => {
    const { events, rest, pass } = desk();
    pass(quarter);
    events.emit('session.changed', signedOut(null));
    void rest.needed();
    expect(rest.kept()).toBe(null);
  });
});

describe('what happens while there is no page', () => {
  const placed = { kind: 'placed', display: '1', extension: null, message: '' } as const;
  const failed = { kind: 'failed', display: '1', failure: { code: 'timed-out' } } as const;

  function told() {
    const events: Events = new EventEmitter<Happened>();
    const sent: unknown[] = [];
    const tell = tellPage(events, (name, payload) => sent.push([name, payload]));
    events.emit('page.left');
    return { events, sent, tell };
  }

  it('is told to the next one, of each kind the last, in order', () => {
    const { events, sent, tell } = told();
    tell('calls.show', undefined);
    tell('dial.changed', failed);
    tell('window.shown', undefined);
    tell('calls.show', undefined);
    // It asks for these itself.
    tell('calls.changed', { revision: 2 });
    expect(sent).toEqual([]);
    events.emit('page.drawn');
    const all = [
      ['dial.changed', failed],
      ['window.shown', undefined],
      ['calls.show', undefined],
    ];
    expect(sent).toEqual(all);
    tell('calls.changed', { revision: 3 });
    expect(sent).toEqual([...all, ['calls.changed', { revision: 3 }]]);
  });

  it('is told of the list only while it is open, for it asks when it is opened', () => {
    const { events, sent, tell } = told();
    events.emit('page.drawn');
    const status = { working: true } as never;
    tell('calls.status', status);
    events.emit('list.opened', true);
    tell('calls.status', status);
    expect(sent).toEqual([['calls.status', status]]);
  });

  it('is not told late where it was news for a moment only', () => {
    const { events, sent, tell } = told();
    tell('dial.changed', failed);
    tell('dial.changed', placed);
    events.emit('page.drawn');
    // A failure that stood before it is over.
    expect(sent).toEqual([['dial.changed', { kind: 'idle' }]]);
  });

  it('is not told where a page would have taken it away again: a call that was turned down, before another or another person', () => {
    const { events, sent, tell } = told();
    tell('dial.turnedDown', { display: '*97', failure: { code: 'code-not-allowed' } });
    tell('dial.changed', { kind: 'idle' });
    events.emit('page.drawn');
    expect(sent).toEqual([['dial.changed', { kind: 'idle' }]]);
  });

  it('is told at once to a page that has begun to ask, whose answers would be old; but what comes on top of them once it is drawn', () => {
    const { events, sent, tell } = told();
    tell('session.changed', { state: 'starting' });
    tell('window.shown', undefined);
    events.emit('page.asks');
    const gone = ['session.changed', signedOut(null)] as const;
    tell(...gone);
    expect(sent).toEqual([gone]);
    events.emit('page.drawn');
    expect(sent).toEqual([gone, ['window.shown', undefined]]);
  });
});
