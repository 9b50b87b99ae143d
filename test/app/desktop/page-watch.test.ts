import { describe, expect, it } from 'vitest';
import { createPageWatch, pace } from '../../../app/desktop/page-watch.ts';

/** A page that answers, or does not, and a clock that is moved by hand. */
function desk() {
  let now = 0;
  let timers: { at: number; then: () => void }[] = [];
  const happened: string[] = [];
  const page = { answers: true, asked: 0 };
  const waiting: (() => void)[] = [];
  const watch = createPageWatch({
    ask() {
      page.asked += 1;
      return page.answers ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve));
    },
    end: () => happened.push('end'),
    load: () => happened.push('load'),
    timer(ms, then) {
      const one = { at: now + ms, then };
      timers.push(one);
      return () => {
        timers = timers.filter((other) => other !== one);
      };
    },
    now: () => now,
    log: () => {},
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  async function pass(ms: number): Promise<void> {
    const until = now + ms;
    await settle();
    for (;;) {
      const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((one) => one !== next);
      now = Math.max(now, next.at);
      next.then();
      await settle();
    }
    now = until;
  }

  /** A computer that sleeps: time passes, and what was due in it comes all at once. */
  function sleep(ms: number): void {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { then } of due) then();
  }

  const answer = async () => {
    for (const one of waiting.splice(0)) one();
    await settle();
  };

  async function started(): Promise<void> {
    watch.loading();
    watch.loaded();
    await settle();
  }
  return { watch, page, happened, pass, sleep, answer, started, settle };
}

const enough = 2 * pace.patience + pace.visible + 1;

describe('a page', () => {
  it('that answers is left alone, seen or hidden', async () => {
    const { watch, happened, pass, started } = desk();
    watch.seen(true);
    await started();
    await pass(10 * 60_000);
    watch.seen(false);
    await pass(10 * 60_000);
    expect(happened).toEqual([]);
  });

  it('that stops to answer while it is seen is ended, and loaded again when its process is gone', async () => {
    const { watch, page, happened, pass, started } = desk();
    watch.seen(true);
    await started();
    await pass(60_000);
    page.answers = false;
    await pass(enough);
    expect(happened).toEqual(['end']);
    watch.ended('killed');
    await pass(0);
    expect(happened).toEqual(['end', 'load']);
  });

  it('that is hidden is hardly ever asked', async () => {
    const { page, pass, started } = desk();
    await started();
    page.asked = 0;
    await pass(10 * 60_000);
    expect(page.asked).toBeLessThanOrEqual(10);
  });

  it('that hung while it was hidden is found out when it is needed', async () => {
    const { watch, page, happened, pass, started } = desk();
    await started();
    page.answers = false;
    watch.look();
    watch.seen(true);
    await pass(2 * pace.patience + 1);
    expect(happened).toEqual(['end']);
  });

  it('that could not answer because the computer slept is left alone', async () => {
    const { watch, page, happened, pass, sleep, answer, started } = desk();
    watch.seen(true);
    await started();
    page.answers = false;
    watch.look();
    sleep(8 * 60 * 60_000);
    await answer();
    page.answers = true;
    await pass(60_000);
    expect(happened).toEqual([]);
  });

  it('that answers late, to the first question while the second stands, is left alone', async () => {
    const { watch, page, happened, pass, answer, started } = desk();
    watch.seen(true);
    await started();
    page.answers = false;
    watch.look();
    await pass(pace.patience + 100);
    await answer();
    page.answers = true;
    await pass(60_000);
    expect(happened).toEqual([]);
  });

  it('may take its time to load, and is not waited for for ever', async () => {
    const { watch, happened, pass } = desk();
    watch.seen(true);
    watch.loading();
    await pass(pace.loading - 1_000);
    expect(happened).toEqual([]);
    await pass(2_000);
    expect(happened).toEqual(['end']);
  });

  it('that keeps dying is loaded after growing pauses, and at once again after it has lived', async () => {
    const { watch, happened, pass } = desk();
    const pauses: number[] = [];
    for (let count = 0; count < 9; count++) {
      watch.loading();
      watch.loaded();
      watch.ended('crashed');
      let waited = 0;
      while (happened.length === count) {
        await pass(waited === 0 ? 0 : 500);
        if (happened.length === count) waited += 500;
      }
      pauses.push(waited);
    }
    expect(pauses).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    watch.loading();
    watch.loaded();
    await pass(pace.aLife);
    watch.ended('crashed');
    await pass(0);
    expect(happened).toHaveLength(10);
  });

  it('that is let go is neither asked nor made anew, until it is loaded', async () => {
    const { watch, page, happened, pass, started } = desk();
    await started();
    watch.rest();
    watch.ended('killed');
    page.asked = 0;
    await pass(10 * 60_000);
    watch.look();
    expect(happened).toEqual([]);
    expect(page.asked).toBe(0);
    watch.loading();
    watch.ended('crashed');
    await pass(0);
    expect(happened).toEqual(['load']);
  });

  it('is neither ended nor loaded once the program ends', async () => {
    const { watch, page, happened, pass, started } = desk();
    watch.seen(true);
    await started();
    page.answers = false;
    watch.stop();
    watch.ended('killed');
    await pass(60_000);
    expect(happened).toEqual([]);
  });
});
