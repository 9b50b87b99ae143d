import { tryId } from '../calls/attempts.ts';
import type { RecentCalls } from '../calls/recent-calls.ts';
import type { ContactForgetting } from '../contacts/forget.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { AboutNumber, ForgottenFor } from '../contract/retention.ts';
import type { Dialler } from '../dialing/dialler.ts';
import type { Journal } from '../dialing/journal.ts';
import type { Numbers } from '../dialing/numbers.ts';
import { removeOlder } from '../files/remove-older.ts';
import type { Player } from '../recordings/player.ts';
import type { Forgotten } from './forgotten.ts';

export interface ForgettingParts {
  readonly folder: string;
  readonly owner: () => string | null;
  readonly numbers: Pick<Numbers, 'read' | 'shown'>;
  readonly endOf: (number: string) => string;
  readonly recent: Pick<RecentCalls, 'numberOf' | 'about' | 'drop' | 'skew'>;
  readonly journal: Pick<Journal, 'to' | 'forget'>;
  readonly contacts: ContactForgetting;
  /** What the company's directory was asked about. */
  readonly forgetColleague: (isMeant: (number: string) => boolean) => void;
  readonly dialler: Pick<Dialler, 'reset'>;
  readonly player: Pick<Player, 'keysOf' | 'drop'>;
  readonly copies: { countOf(recordings: readonly string[]): Promise<number> };
  readonly forgotten: Pick<Forgotten, 'add'>;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

export interface Forgetting {
  /** `null`: the call has no number that is known. */
  about(call: string): Promise<AboutNumber | null>;
  forget(call: string, contact: boolean): Promise<Reply<ForgottenFor>>;
}

/** Files that could not be read were put aside as they were: what is in them nobody knows. */
const putAside = /^(?:calls\.json|reminders\.json|notes-[0-9a-f]+\.json|attempts\.jsonl)\.unreadable/;
/** What earlier releases kept of favourites stays beside the phone book for who goes back to one. */
const phoneBooks = /^(?:contacts\.json\.unreadable|favourites\.json)/;

/** All that this computer keeps about a number goes, and does not come back with the next look at the PBX. */
export function createForgetting(parts: ForgettingParts): Forgetting {
  const { numbers, endOf, recent, contacts } = parts;
  /** What somebody was asked about: the call itself may be gone by the time they answer. */
  let asked: { readonly call: string; readonly number: string } | null = null;

  const keyOf = (number: string): string => numbers.read(number)?.key ?? number;

  /** Whether a number is this one in another spelling, or what a dialling rule makes of it. */
  function sameAs(number: string): (other: string) => boolean {
    const keys = new Set([number, numbers.read(number)?.send ?? number].map(keyOf));
    const ends = new Set([number, ...keys].map(endOf));
    return (other) => other !== '' && ends.has(endOf(other)) && keys.has(keyOf(other));
  }

  return {
    async about(call) {
      const number = recent.numberOf(call);
      asked = number === null ? null : { call, number };
      if (number === null) return null;
      const fits = sameAs(number);
      const { calls, notes, recordings } = recent.about(fits);
      return {
        display: numbers.shown(number) || number,
        going: {
          calls: calls.length,
          notes,
          attempts: 0,
          recordings: await parts.copies.countOf(parts.player.keysOf(recordings)),
        },
        contact: contacts.named(number),
      };
    },

    async forget(call, withContact) {
      const number = asked?.call === call ? asked.number : recent.numberOf(call);
      if (parts.owner() === null) return fail('signed-out');
      if (number === null) return fail('no-number');
      const fits = sameAs(number);
      const { calls, recordings, spellings } = recent.about(fits);
      // First of all: a look that is under way brings nothing back.
      const newest = Math.max(parts.now() + recent.skew(), ...calls.map(({ start }) => start));
      const sent = numbers.read(number)?.send ?? number;
      const ids = calls.flatMap((call) => call.ids);
      const lasts = await parts.forgotten.add([number, sent, ...spellings], newest, ids);
      const keys = parts.player.keysOf(recordings);
      const tries = parts.journal.to(fits).map(tryId);
      const areGone = [parts.journal.forget(fits), await recent.drop(calls, fits, tries)];
      await parts.player.drop(keys);
      parts.dialler.reset();
      parts.forgetColleague(fits);
      removeOlder(parts.folder, putAside, Number.POSITIVE_INFINITY, parts.log);
      if (withContact || contacts.named(number) === null)
        removeOlder(parts.folder, phoneBooks, Number.POSITIVE_INFINITY, parts.log);
      if (withContact) areGone.push(contacts.forget(number).ok);
      asked = null;
      return areGone.every(Boolean) ? ok(lasts) : fail('calls-kept');
    },
  };
}
