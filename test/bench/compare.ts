import { setTimeout as after } from 'node:timers/promises';
import { cpuOf, memoryOf, spentBetween } from './processes.ts';
import { type Subject, start } from './program.ts';

export interface Measured {
  readonly ready: number[];
  readonly usable: number[];
  readonly memory: number[];
  readonly idle: number[];
  readonly shown: number[];
  /** Of a program whose page was let go. */
  readonly letGo: number[];
  readonly back: number[];
}

export interface Plan {
  readonly starts: number;
  readonly idles: number;
  readonly idleSeconds: number;
  readonly shows: number;
}

/** What a start leaves behind is not idling: caches are written, and the page that was hidden cleans up after 60 to 70 s. */
const settling = 90_000;

const nothing = (): Measured => ({
  ready: [],
  usable: [],
  memory: [],
  idle: [],
  shown: [],
  letGo: [],
  back: [],
});

/** Both in turns, one run each: a machine that gets busy, or warm, does so to both. */
export async function compare(
  subjects: { readonly ours: Subject; readonly floor: Subject },
  plan: Plan,
  say: (line: string) => void,
): Promise<{ readonly ours: Measured; readonly floor: Measured }> {
  const measured = { ours: nothing(), floor: nothing() };
  // The first start fills the disk's cache and the program's own.
  for (const which of ['floor', 'ours'] as const) await startOnce(subjects[which], nothing());
  for (let run = 1; run <= plan.starts; run += 1) {
    say(`start ${run} of ${plan.starts}`);
    for (const which of ['floor', 'ours'] as const) await startOnce(subjects[which], measured[which]);
  }
  for (let run = 1; run <= plan.idles; run += 1) {
    say(`idling and showing ${run} of ${plan.idles}`);
    await liveOnce(subjects.floor, { hidden: false }, plan, measured.floor);
    await liveOnce(subjects.ours, { hidden: true }, plan, measured.ours);
    await letGoOnce(subjects.ours, plan, measured.ours);
  }
  return measured;
}

async function startOnce(subject: Subject, into: Measured): Promise<void> {
  const program = await start(subject);
  try {
    into.ready.push(program.ready);
    into.usable.push(program.usable);
    await after(300);
  } finally {
    await program.end();
  }
}

/** The bare window idles as it is, on the screen; ours in the tray, where it spends the day. */
async function liveOnce(
  subject: Subject,
  idles: { readonly hidden: boolean },
  plan: Plan,
  into: Measured,
): Promise<void> {
  const program = await start(subject);
  try {
    if (idles.hidden && program.resizable) throw new Error('the program has a window here and no popover');
    into.ready.push(program.ready);
    into.usable.push(program.usable);
    if (idles.hidden) await program.hide();
    await after(settling);
    into.memory.push(memoryOf(program.pid));
    const before = cpuOf(program.pid);
    await after(plan.idleSeconds * 1_000);
    into.idle.push(spentBetween(before, cpuOf(program.pid)));
    for (let time = 0; time < plan.shows; time += 1) {
      await program.hide();
      await after(200);
      into.shown.push(await program.show());
      await after(200);
    }
  } finally {
    await program.end();
  }
}

/** As after a quarter of an hour in the tray, which is shortened: the page goes, and is made anew at each press. */
async function letGoOnce(subject: Subject, plan: Plan, into: Measured): Promise<void> {
  const program = await start({ ...subject, env: { ...subject.env, COMPANION_LET_GO_AFTER: '3000' } });
  try {
    await program.hide();
    await after(settling);
    into.letGo.push(memoryOf(program.pid));
    for (let time = 0; time < plan.shows; time += 1) {
      into.back.push(await program.show());
      await after(200);
      await program.hide();
      await after(6_000);
    }
  } finally {
    await program.end();
  }
}
