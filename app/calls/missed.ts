import type { Call } from '../cdr/call.ts';
import type { Annotations } from './annotations.ts';
import type { ToDo } from './to-do.ts';

/** Minutes of the day; `from` may be later than `to`: from the evening to the morning. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export function isQuiet(minute: number, hours: QuietHours | null): boolean {
  if (hours === null || hours.from === hours.to) return false;
  const { from, to } = hours;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Missed calls that nobody has been told of. */
export interface MissedWatch {
  /** Those among calls that changed that are news now. Each is news once. */
  take(calls: readonly Call[], now: number): readonly Call[];
}

/**
 * `since`: calls that began before are no news, however late they are found: the first look after a week must not bring a
 * week of notices.
 */
export function createMissedWatch(since: number, longestNews = 12 * 3_600_000): MissedWatch {
  const told = new Set<string>();
  return {
    take(calls, now) {
      const news = calls.filter(
        ({ id, result, settled, start }) =>
          result === 'missed' && settled && start >= since && start >= now - longestNews && !told.has(id),
      );
      for (const { id } of news) told.add(id);
      return news;
    },
  };
}

const minute = 60_000;
/** How long ago a missed call may have begun that was missed while the program was not running, and is still news. */
const newsBeforeStart = 10 * minute;

export interface MissedNewsParts {
  /** When this run began, by this computer's clock. */
  readonly openedAt: number;
  readonly pbxNow: () => number;
  /** The PBX's clock minus this computer's. */
  readonly skew: () => number;
  readonly annotations: Pick<Annotations, 'toldUpTo' | 'told' | 'wasTold' | 'notAfter'>;
  /** What is to be done. */
  readonly toDo: () => ToDo;
  readonly tell: (calls: readonly Call[]) => void;
}

/** Tells of calls among those that changed: just missed, and still to be dealt with. */
export function createMissedNews({ openedAt, pbxNow, skew, annotations, toDo, tell }: MissedNewsParts) {
  let watch: MissedWatch | null = null;

  /** With the first rows, for with them it is known whether this computer's clock is right. */
  function begin(): MissedWatch {
    // With the time zone that was set before, calls may have been hours ahead: all that are missed until then would count as told.
    const opened = openedAt + skew();
    if (annotations.toldUpTo() > opened + 60 * minute) annotations.notAfter(opened);
    return createMissedWatch(Math.max(opened - newsBeforeStart, annotations.toldUpTo() + 1));
  }

  return (calls: readonly Call[]): void => {
    watch ??= begin();
    const news = watch.take(calls, pbxNow()).filter(({ ids }) => !annotations.wasTold(ids));
    if (news.length === 0) return;
    annotations.told(
      Math.max(...news.map(({ start }) => start)),
      news.flatMap(({ ids }) => ids[0] ?? []),
    );
    // Who has been spoken to by the time the row comes is no news.
    const told = news.filter(({ id }) =>
      toDo()
        .rowOf(id)
        ?.missed.some((call) => call.id === id),
    );
    if (told.length > 0) tell(told);
  };
}
