import { Buffer } from 'node:buffer';
import { type CdrRow, clockOf, seeded } from './cdr.ts';
import { type Counters, type DemoCall, type DemoKind, rowsOf } from './demo-calls.ts';
import { allDesks, type Desk, desks, parties, withheld } from './demo-people.ts';
import { sampleRecording } from './samples.ts';

export { allDesks as demoDesks } from './demo-people.ts';

export interface DemoOffice {
  /** For `PbxOptions.rows` and `.recordings`. */
  readonly rows: CdrRow[];
  readonly recordings: (filename: string) => Uint8Array | null;
}

export interface DemoOptions {
  /** When the week ends: milliseconds since 1970. No call ends later. */
  readonly now: number;
  readonly seed?: number;
  readonly timeZone?: string;
}

/** How often each thing happens, out of the sum of all. */
const often: Readonly<Record<DemoKind, number>> = {
  'in-answered': 24,
  'in-missed': 8,
  'group-answered': 9,
  'group-missed': 3,
  'queue-answered': 7,
  'queue-missed': 2,
  'click-answered': 15,
  'click-answered-local': 6,
  'click-busy': 3,
  'click-unanswered': 5,
  'phone-answered': 8,
  'phone-unanswered': 3,
  'inside-answered': 9,
  'inside-voicemail': 2,
  transferred: 3,
};

/** What the newest calls are, and how many minutes ago: the first screen of the demo shows one of each sort. */
const latest: readonly (readonly [minutes: number, kind: DemoKind, desk: Desk, party: number])[] = [
  [7, 'in-answered', desks.front, 0],
  [19, 'in-missed', desks.front, 2],
  [31, 'click-answered', desks.front, 6],
  [46, 'group-answered', desks.sales, 5],
  [58, 'click-busy', desks.front, 3],
  [74, 'in-answered', desks.front, 11],
  [93, 'click-answered-local', desks.front, 8],
  [111, 'queue-answered', desks.sales, 13],
];

const minute = 60_000;
const day = 24 * 60 * minute;

/** A made-up week of a small Thai office, the same for the same `now` and seed. */
export function demoOffice({ now, seed = 1, timeZone = 'Asia/Bangkok' }: DemoOptions): DemoOffice {
  const random = seeded(seed);
  const clock = clockOf(timeZone);
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

  const calls: DemoCall[] = latest.map(([minutes, kind, desk, party]) => ({
    kind,
    at: now - minutes * minute,
    desk,
    other: otherThan(desk, random),
    party: pick(parties, party / parties.length),
    ring: between(4, 14),
    talk: between(25, 240),
  }));
  for (const at of officeMoments(now - 2 * 60 * minute, now - 7 * day, clock, random)) {
    const desk = pick([desks.front, desks.front, desks.sales, desks.accounts], random());
    calls.push({
      kind: drawKind(random()),
      at,
      desk,
      other: otherThan(desk, random),
      party: random() < 0.04 ? withheld : pick(parties, random() ** 1.5),
      ring: between(3, 19),
      talk: between(8, 60) * (random() < 0.2 ? 6 : 2),
    });
  }
  calls.sort((a, b) => a.at - b.at);

  const counters: Counters = { channel: 4_096, sequence: 10_000 };
  const rows = calls.map(believable).flatMap((call) => rowsOf(call, clock, counters));
  return { rows, recordings: recordingsFor(rows) };
}

/** Nobody rings back a withheld number. */
function believable(call: DemoCall): DemoCall {
  const outgoing = call.kind.startsWith('click') || call.kind.startsWith('phone');
  return outgoing && call.party === withheld ? { ...call, kind: 'in-answered' } : call;
}

/** Moments on which a phone might ring: office hours, the lunch hour quieter, Saturday half a day, Sunday hardly. */
function* officeMoments(
  newest: number,
  oldest: number,
  clock: (at: number) => string,
  random: () => number,
): Generator<number> {
  const tries = Math.round(((newest - oldest) / day) * 75);
  for (let i = 0; i < tries; i++) {
    const at = Math.floor(oldest + random() * (newest - oldest));
    const chance = random();
    const local = clock(at);
    const hour = Number(local.slice(11, 13)) + Number(local.slice(14, 16)) / 60;
    const weekday = new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay();
    const busy = weekday === 0 ? 0.03 : weekday === 6 ? (hour < 12.5 ? 0.5 : 0.05) : 1;
    const open = hour >= 8.5 && hour < 17.5 ? (hour >= 12 && hour < 13 ? 0.4 : 1) : 0;
    if (chance < busy * open) yield at;
  }
}

function drawKind(drawn: number): DemoKind {
  const kinds = Object.entries(often) as [DemoKind, number][];
  let left = drawn * kinds.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [kind, weight] of kinds) {
    left -= weight;
    if (left < 0) return kind;
  }
  return 'in-answered';
}

function pick<T>(from: readonly T[], drawn: number): T {
  const picked = from[Math.min(from.length - 1, Math.floor(drawn * from.length))];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

function otherThan(desk: Desk, random: () => number): Desk {
  return pick(
    allDesks.filter(({ extension }) => extension !== desk.extension),
    random(),
  );
}

/** Real conversations of a few seconds. All are PCM, 8 kHz, 16 bits, after a header of 44 bytes. */
const conversations = [
  'out-0812340006-101-20261123-133607-1795415765.0.wav',
  'external-101-0812345678-20261123-134102-1795416062.73.wav',
  'external-101-0812345678-20261123-134406-1795416246.121.wav',
  'external-101-anonymous-20261123-134144-1795416104.83.wav',
  'out-0898765433-101-20261123-133933-1795415973.55.wav',
  'q-600-0644444444-20261123-134325-1795416205.107.wav',
] as const;
const headerLength = 44;
const bytesPerSecond = 16_000;

/** Each answered call plays a sample, repeated for as long as the call says it lasted; a missed one has only a header. */
function recordingsFor(rows: readonly CdrRow[]): (filename: string) => Uint8Array | null {
  const seconds = new Map<string, number>();
  for (const { recordingfile, disposition, lastapp, billsec } of rows) {
    if (!recordingfile) continue;
    const talked =
      disposition === 'ANSWERED' && (lastapp === 'Dial' || lastapp === 'Queue') ? Number(billsec) : 0;
    seconds.set(recordingfile, Math.max(talked, seconds.get(recordingfile) ?? 0));
  }
  const names = [...seconds.keys()];
  return (filename) => {
    const length = seconds.get(filename);
    if (length === undefined) return null;
    const sample = sampleRecording(pick(conversations, (names.indexOf(filename) % 6) / 6));
    return sample && repeated(sample, length);
  };
}

function repeated(sample: Uint8Array, seconds: number): Uint8Array {
  const header = Buffer.from(sample.subarray(0, headerLength));
  const data = Buffer.alloc(seconds * bytesPerSecond, sample.subarray(headerLength));
  header.writeUInt32LE(data.length + headerLength - 8, 4);
  header.writeUInt32LE(data.length, headerLength - 4);
  return Buffer.concat([header, data]);
}
