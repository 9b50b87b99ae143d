import { fileURLToPath } from 'node:url';
import { createCdrStore } from '../../app/cdr/cdr-store.ts';
import { ok } from '../../app/contract/failures.ts';
import type { CdrWindow } from '../../app/pbx/client.ts';
import { createSync } from '../../app/sync/sync.ts';
import { openZone, readShown } from '../../app/util/zone.ts';
import { type CdrRow, seeded } from '../pbx/cdr.ts';
import { type Cached, createFleetCache } from './fleet-cache.ts';
import { createFleetPbx, type FleetReply } from './fleet-pbx.ts';
import { createVirtualClock } from './virtual-clock.ts';

export interface FleetOptions {
  readonly desks: number;
  /** Of a working day, from eight o'clock. */
  readonly hours: number;
  /** Calls of one desk in an hour. */
  readonly callsPerHour: number;
  /** How often a person opens the list in an hour, and for how many minutes. */
  readonly opensPerHour: number;
  readonly minutesOpen: number;
  /** The PBX's silent cap. */
  readonly maxRows: number;
  /** nginx stands before the PBX. */
  readonly cached: boolean;
  readonly heard: (question: Question) => void;
}

/** What a desk asks. */
export interface Question {
  readonly at: number;
  readonly window: CdrWindow;
  /** Of the reply. */
  readonly bytes: number;
  /** The PBX was asked, and no cache answered. */
  readonly isMiss: boolean;
}

export interface FleetFigures {
  readonly requests: number;
  readonly requestsPerDeskHour: number;
  readonly megabytesPerDeskHour: number;
  /** The most in one second and in one minute, over all desks. */
  readonly peakPerSecond: number;
  readonly peakPerMinute: number;
  /** Of them what reached the PBX, and in its busiest minute; megabytes of an hour. */
  readonly reached: number;
  readonly reachedPerMinute: number;
  readonly reachedMegabytesPerHour: number;
  /** The desk that asked most in any hour with its list closed all day; 0 where all opened theirs. */
  readonly mostByIdleDesk: number;
  /** Missed calls that ended half an hour before the day did, and those of them that had been told of by then. */
  readonly missed: number;
  readonly missedFound: number;
  /** All calls, and those that were on the lists once each had been opened at the end of the day. */
  readonly ownCalls: number;
  readonly found: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const usual: FleetOptions = {
  desks: 1_000,
  hours: 9,
  callsPerHour: 5,
  opensPerHour: 0.5,
  minutesOpen: 2,
  maxRows: 5_000,
  cached: false,
  heard: () => undefined,
};

/** One desk in so many reads real replies. */
const readers = 100;
/** Milliseconds from a question to the end of its reply: a busy PBX that finds rows, writes them out and sends 4 MB a second. */
export const answerTakes = (bytes: number): number => 60 + bytes / 4_000;
/** A look every three minutes or so, and the seldom deeper one every twenty. */
const timeToTell = 30 * minute;

/**
 * An office's desks through a working day on a virtual clock, before a PBX with an index, for a thousand desks ask hundreds of thousands of
 * times. Every desk wants notices; a tenth never opens its list before the evening.
 */
export async function fleet(options: Partial<FleetOptions> = {}): Promise<FleetFigures> {
  const o = { ...usual, ...options };
  const random = seeded(1);
  const zone = openZone('Asia/Bangkok');
  const start = zone.read('2026-11-23 08:00:00') ?? 0;
  const clock = createVirtualClock(start);
  const pbx = createFleetPbx(o.maxRows);
  const perSecond = new Map<number, number>();
  const perMinute = new Map<number, number>();
  const reachedPerMinute = new Map<number, number>();
  const count = (of: Map<number, number>, at: number): unknown => of.set(at, (of.get(at) ?? 0) + 1);
  const cache = createFleetCache(answerTakes);
  let [requests, bytes, reached, reachedBytes] = [0, 0, 0, 0];

  const desks = Array.from({ length: o.desks }, (_, index) => {
    const extension = String(10_000 + index);
    const cdr = createCdrStore({ extension, agentId: null }, zone, { calls: 20_000, age: 400 * 24 * hour });
    const times: number[] = [];
    const sync = createSync({
      async ask(window) {
        const now = clock.now();
        requests += 1;
        times.push(now);
        count(perSecond, Math.floor(now / second));
        count(perMinute, Math.floor(now / minute));
        const ask = () => pbx.answer(window);
        const direct = (reply: FleetReply): Cached => ({
          reply,
          takes: answerTakes(reply.bytes),
          isMiss: true,
        });
        const { reply, takes, isMiss } = o.cached ? cache(now, window, ask) : direct(ask());
        if (isMiss) {
          reached += 1;
          reachedBytes += reply.bytes;
          count(reachedPerMinute, Math.floor(now / minute));
        }
        o.heard({ at: now, window, bytes: reply.bytes, isMiss });
        // One question after the other, as over a network.
        await new Promise<void>((answered) => clock.timer(takes, answered));
        bytes += reply.bytes;
        return ok(index % readers === 0 ? await reply.read(extension) : reply.shortcut(extension));
      },
      cdr,
      zone,
      now: clock.now,
      skew: () => 0,
      timer: clock.timer,
      random,
      // They have run before.
      memory: { settled: [], cap: { largest: o.maxRows, cut: null }, upTo: null },
      changed: () => undefined,
      status: () => undefined,
      keep: () => undefined,
      isRecorded: () => false,
    });
    return { extension, cdr, sync, times, opens: index % 10 !== 0, own: 0, missed: 0 };
  });

  const total = (of: (desk: (typeof desks)[number]) => number): number =>
    desks.reduce((sum, desk) => sum + of(desk), 0);

  // The computers are started within half an hour.
  for (const { sync } of desks) clock.timer(random() * 30 * minute, () => sync.set({ notices: true }));

  let serial = 0;
  for (const desk of desks) {
    for (let call = 0; call < o.hours * o.callsPerHour; call++) {
      const began = random() * o.hours * hour;
      const answered = random() < 0.75;
      // One in twenty of those who nobody answers had waited in a queue.
      const patience = random() < 0.05 ? 20 * 60 : 25;
      const seconds = Math.ceil(answered ? 10 - 180 * Math.log(1 - random()) : patience * random());
      serial += 1;
      const row = rowOf(desk.extension, zone.write(start + began), seconds, answered, serial);
      const at = began + seconds * second;
      if (at >= o.hours * hour) continue;
      desk.own += 1;
      if (!answered && at < o.hours * hour - timeToTell) desk.missed += 1;
      clock.timer(at, () => pbx.add(desk.extension, row));
    }
    for (let open = 0; desk.opens && open < o.hours * o.opensPerHour; open++) {
      const at = random() * o.hours * hour;
      clock.timer(at, () => desk.sync.set({ open: true }));
      clock.timer(at + o.minutesOpen * minute, () => desk.sync.set({ open: false }));
    }
  }

  await clock.advance(o.hours * hour);
  const inTime = zone.read(zone.write(clock.now() - timeToTell)) ?? 0;
  const missedFound = total(
    ({ cdr }) =>
      cdr
        .calls()
        .filter((call) => call.result === 'missed' && call.start + (call.ringSeconds ?? 0) * second < inTime)
        .length,
  );
  const asked = {
    requests,
    bytes,
    reached,
    reachedBytes,
    mostByIdleDesk: Math.max(
      0,
      ...desks.filter(({ opens }) => !opens).map(({ times }) => mostInAnHour(times)),
    ),
  };
  const peaks = {
    perSecond: Math.max(...perSecond.values()),
    perMinute: Math.max(...perMinute.values()),
    reachedPerMinute: Math.max(...reachedPerMinute.values()),
  };
  for (const { sync } of desks) clock.timer(random() * 10 * minute, () => sync.set({ open: true }));
  await clock.advance(20 * minute);
  for (const { sync } of desks) sync.stop();
  const deskHours = o.desks * o.hours;
  return {
    requests: asked.requests,
    requestsPerDeskHour: asked.requests / deskHours,
    megabytesPerDeskHour: asked.bytes / deskHours / 1e6,
    peakPerSecond: peaks.perSecond,
    peakPerMinute: peaks.perMinute,
    reached: asked.reached,
    reachedPerMinute: peaks.reachedPerMinute,
    reachedMegabytesPerHour: asked.reachedBytes / o.hours / 1e6,
    mostByIdleDesk: asked.mostByIdleDesk,
    missed: total(({ missed }) => missed),
    missedFound,
    ownCalls: total(({ own }) => own),
    found: total(({ cdr }) => cdr.calls().length),
  };
}

function rowOf(
  extension: string,
  calldate: string,
  seconds: number,
  answered: boolean,
  serial: number,
): CdrRow {
  const uniqueid = `${(readShown(calldate) ?? 0) / second}.${serial}`;
  const number = `08${String(10_000_000 + ((serial * 7_919) % 89_999_999))}`;
  return {
    calldate,
    clid: `"Customer ${serial}" <${number}>`,
    src: number,
    dst: extension,
    dcontext: 'ext-local',
    channel: `PJSIP/trunk-${serial.toString(16).padStart(8, '0')}`,
    dstchannel: `PJSIP/${extension}-${serial.toString(16).padStart(8, '0')}`,
    lastapp: 'Dial',
    lastdata: `PJSIP/${extension},20,Ttr`,
    duration: String(seconds),
    billsec: String(answered ? Math.max(0, seconds - 8) : 0),
    disposition: answered ? 'ANSWERED' : 'NO ANSWER',
    amaflags: '3',
    accountcode: '',
    uniqueid,
    userfield: '',
    did: '021110000',
    recordingfile: `external-${extension}-${number}-${calldate.replaceAll(/[-: ]/g, '')}-${uniqueid}.wav`,
    cnum: number,
    cnam: `Customer ${serial}`,
    outbound_cnum: '',
    outbound_cnam: '',
    dst_cnam: '',
    linkedid: uniqueid,
    peeraccount: '',
    sequence: String(serial),
  };
}

function mostInAnHour(times: readonly number[]): number {
  let most = 0;
  let first = 0;
  times.forEach((at, index) => {
    while ((times[first] ?? at) <= at - hour) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [desks, hours] = process.argv.slice(2).map(Number);
  const cached = process.argv.includes('cached');
  console.table(await fleet({ desks: desks || usual.desks, hours: hours || usual.hours, cached }));
}
