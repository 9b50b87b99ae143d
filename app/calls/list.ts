import { isDeepStrictEqual } from 'node:util';
import type { Call } from '../cdr/call.ts';
import type { CallFilter, PersonWish } from '../contract/calls.ts';
import type { Attempt } from '../contract/dialing.ts';
import type { Prefixes } from '../numbers/prefixes.ts';
import type { Zone } from '../util/zone.ts';
import { type JoinOptions, joinAttempts, type TriesKnown } from './attempts.ts';
import type { Callers } from './callers.ts';
import { byDay } from './days.ts';
import { filterCalls } from './filters.ts';
import type { Person } from './person.ts';
import type { Reminder } from './reminders.ts';
import { createSearch, type SearchParts } from './search.ts';
import { type MissedOptions, type ToDo, toDoOf } from './to-do.ts';

export interface Looked {
  readonly query: string;
  readonly filter: CallFilter;
  /** The person whose calls they are; left out: everybody's. */
  readonly person?: PersonWish | undefined;
}

/** The calls that a look finds, newest first, and how they fall into days. */
export interface Found {
  readonly calls: readonly Call[];
  readonly days: readonly { readonly day: string; readonly count: number }[];
}

export interface CallListParts {
  /** Newest first, as the CDR store has them. */
  readonly calls: () => readonly Call[];
  readonly attempts: () => readonly Attempt[];
  readonly nameOf: SearchParts['nameOf'];
  readonly noteOf: SearchParts['noteOf'];
  readonly alsoOf?: SearchParts['alsoOf'];
  readonly saidOf?: SearchParts['saidOf'];
  readonly personOf: (who: PersonWish) => Pick<Person, 'has'>;
  readonly keyOf: JoinOptions['keyOf'];
  readonly sentFor: JoinOptions['sentFor'];
  readonly callerOf: Callers['of'];
  readonly chosenFor: Callers['chosenFor'];
  /** Of the person's country. */
  readonly prefixes: () => Prefixes;
  readonly skew: () => number;
  readonly toDoFrom: () => number;
  readonly isDone: MissedOptions['isDone'];
  /** The next one first. */
  readonly reminders: () => readonly Reminder[];
  /** The PBX's. */
  readonly zone: () => Zone;
  /** A call with what is known of it beside its rows. */
  readonly withLength?: (call: Call) => Call;
}

/**
 * The list as it is looked at: the PBX's calls and this computer's tries joined, filtered and searched. What it is made of is looked
 * at again only after `changed`; pages of one look come from one answer.
 */
export interface CallList {
  all(): readonly Call[];
  find(look: Looked): Found;
  /** All calls with somebody. */
  with(person: Pick<Person, 'has'>): readonly Call[];
  toDo(): ToDo;
  /** Which call each try on this computer was, where its row has come. */
  tries(): TriesKnown;
  /** They stay those, whatever the clocks say now. Left out: those that were last known. */
  keepTries(known?: TriesKnown): void;
  /** Ids of tries whose row has come. */
  recorded(): ReadonlySet<string>;
  changed(): void;
  revision(): number;
  /** Makes the calls from this one on ready to be searched, as many as hold nobody up. The next one; `null`: that was all. */
  ready(from: number): number | null;
}

/** A question to twenty thousand calls that nobody was asked about before takes a tenth of a second; to so many, some milliseconds. */
const atOnce = 500;

export function createCallList(parts: CallListParts): CallList {
  const search = createSearch({ ...parts, revision: () => revision });
  let joined: ReturnType<typeof joinAttempts> | null = null;
  let toDo: ToDo | null = null;
  let last: { readonly look: Looked; readonly found: Found } | null = null;
  let revision = 0;
  /** As they were joined last, and those that stay so. */
  let tries: TriesKnown = new Map();
  let known: TriesKnown = new Map();

  function join(): ReturnType<typeof joinAttempts> {
    const { calls, attempts, keyOf, sentFor, skew } = parts;
    if (joined !== null) return joined;
    const { calls: all, ...rest } = joinAttempts(calls(), attempts(), {
      keyOf,
      sentFor,
      skew: skew(),
      known,
    });
    joined = { calls: parts.withLength ? all.map(parts.withLength) : all, ...rest };
    tries = joined.tries;
    return joined;
  }

  function toDoNow(): ToDo {
    const { keyOf, sentFor, callerOf, chosenFor, toDoFrom, isDone, reminders, skew } = parts;
    toDo ??= toDoOf(join().calls, reminders(), {
      ...{ keyOf, sentFor, callerOf, chosenFor, isDone },
      ...{ from: toDoFrom(), skew: skew() },
    });
    return toDo;
  }

  const withPerson = ({ has }: Pick<Person, 'has'>): readonly Call[] => join().calls.filter(has);

  function those({ filter, person }: Looked): readonly Call[] {
    const who = person === undefined ? null : parts.personOf(person);
    if (filter !== 'to-do') return filterCalls(who === null ? join().calls : withPerson(who), filter);
    const rows = toDoNow().rows.map(({ call }) => call);
    return who === null ? rows : rows.filter(who.has);
  }

  return {
    all: () => join().calls,
    with: withPerson,
    toDo: toDoNow,
    recorded: () => join().recorded,
    tries: () => join().tries,
    keepTries(before = tries) {
      known = before;
    },
    revision: () => revision,
    ready(from) {
      const { calls } = join();
      search.ready(calls.slice(from, from + atOnce));
      return from + atOnce < calls.length ? from + atOnce : null;
    },
    changed() {
      revision += 1;
      joined = null;
      toDo = null;
      last = null;
    },
    find(look) {
      const { query, filter, person } = look;
      if (
        last?.look.query === query &&
        last.look.filter === filter &&
        isDeepStrictEqual(last.look.person, person)
      )
        return last.found;
      const calls = search.find(those(look), query);
      const days = byDay(calls, parts.zone(), parts.skew()).map(({ day, calls: { length } }) => ({
        day,
        count: length,
      }));
      last = { look, found: { calls, days } };
      return last.found;
    },
  };
}
