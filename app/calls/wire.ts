import type { Call } from '../cdr/call.ts';
import { fail, type Reply } from '../contract/failures.ts';
import type { Settings } from '../contract/settings.ts';
import type { Numbers } from '../dialing/numbers.ts';
import type { Events } from '../events/events.ts';
import { parted } from '../numbers/extension.ts';
import { prefixesOf } from '../numbers/prefixes.ts';
import { type Zone, zoneNamed, zoneOfThisComputer } from '../util/zone.ts';
import { allWords, type Words } from '../words/index.ts';
import { type Callers, type CallersParts, createCallers } from './callers.ts';
import { isCallersChoice } from './callers-choice.ts';
import { exportToFile } from './export-file.ts';
import type { Looked } from './list.ts';
import { createNames, otherNamesOf } from './names.ts';
import { createNoteFiles, type NoteFiles, type NoteFilesParts } from './note-files.ts';
import { type PersonParts, personOf } from './person.ts';
import { createRecentCalls, type RecentCalls, type RecentCallsParts } from './recent-calls.ts';
import type { Reminder } from './reminders.ts';
import { alsoInRows, saidInRows } from './said-in-row.ts';
import { numbersShown, type Viewing } from './view.ts';

/** How this desk reads what a call says. */
export interface MissedAt extends Pick<Viewing, 'numberOf' | 'nameOf' | 'skew'> {
  readonly now: number;
  /** The person's. */
  readonly zone: Zone;
  /** Of the list: the PBX's. */
  readonly listZone: Zone;
  readonly callerOf: Callers['of'];
}

export interface CallsWires
  extends Pick<RecentCallsParts, 'folder' | 'attempts' | 'answered' | 'timer' | 'keeping' | 'forgotten'> {
  readonly events: Events;
  readonly numbers: Numbers;
  /** Who has a number in the phone book. */
  readonly inPhoneBook: (number: string) => string | null;
  /** Whether somebody of the person's own phone book has a number. */
  readonly isContact: (number: string) => boolean;
  readonly holdersOf: PersonParts['holdersOf'];
  /** Who of this name has a number; `null`: nobody. */
  readonly holderNamed: (number: string, name: string) => { readonly name: string } | null;
  /** Who alone has a number. */
  readonly holderOf: CallersParts['holderOf'];
  readonly endOf: PersonParts['endOf'];
  /** Whose number it is, by whatever is known. */
  readonly whose: (number: string) => string | null;
  readonly settings: () => Settings;
  readonly words: () => Words;
  /** Who is signed in. */
  readonly current: () => Parameters<RecentCalls['signedIn']>[0];
  /** The window is there: reading the calls must not hold it up. */
  readonly drawn: Promise<void>;
  /** Numbers that nobody has a name for. */
  readonly bare: (numbers: readonly string[]) => void;
  /** Calls were missed. `nameOf`: who somebody is to this desk. */
  readonly missed: (calls: readonly Call[], at: MissedAt) => void;
  /** Somebody is to be reminded. */
  readonly remind: (reminders: readonly Reminder[], at: MissedAt) => void;
  /** Calls changed; asked with the id of a try, tells whether the PBX has a row of it. */
  readonly changed: (isRecorded: (attempt: string) => boolean) => void;
  /** The first kind is the one that is offered; the person may choose another. */
  readonly chooseFile: (
    name: string,
    ...kinds: { label: string; extension: string }[]
  ) => Promise<string | null>;
  readonly openFile: NoteFilesParts['openFile'];
  /** Milliseconds. */
  readonly notesKeptFor: () => number;
}

/** The recent calls and what this desk does with them: shows them, names them, saves them as a table. */
export function wireCalls(parts: CallsWires): {
  readonly recent: RecentCalls;
  exportCalls(look: Looked): Promise<Reply<boolean>>;
  readonly noteFiles: NoteFiles;
} {
  const { events, numbers, settings, words } = parts;
  const personZone = zoneOfThisComputer();
  const listZone = zoneNamed(() => settings().pbxTimeZone);
  const numberOf = numbersShown(numbers);
  const { called } = numbers;
  const keyOf = (number: string) => numbers.read(called(number))?.key ?? number;
  const sentFor = (number: string) => numbers.read(number)?.send ?? number;
  const holdersOf = (number: string, name?: string) => parts.holdersOf(called(number), name);
  const names = createNames(
    (number) => parts.inPhoneBook(called(number)),
    (number) => parts.whose(called(number)),
    (number, name) => parts.holderNamed(called(number), name),
  );
  const callers = createCallers({
    keyOf,
    holderOf: (number) => parts.holderOf(called(number)),
    holderCalled: (number, name) =>
      parts.holderNamed(called(number), name) === null ? null : (holdersOf(number, name)[0] ?? null),
    hasExtension: (number) => parted(number).extension !== null,
  });

  const readAt = (skew: number): MissedAt => ({
    ...{ numberOf, nameOf: names.of, skew },
    now: Date.now(),
    zone: personZone(),
    listZone: listZone(),
    callerOf: callers.of,
  });

  const shown = (calls: readonly Call[]) =>
    parts.bare(
      calls.flatMap((call) =>
        names.of(call) === null && !isCallersChoice(call) ? (call.party.number ?? []) : [],
      ),
    );

  const recent = createRecentCalls({
    ...parts,
    numberOf,
    keyOf,
    isContact: (number) => parts.isContact(called(number)),
    personOf: (who) => personOf(who, { holdersOf, endOf: parts.endOf, keyOf, sentFor }),
    callers,
    names,
    sentFor,
    prefixes: () => prefixesOf(settings().country),
    alsoOf: (call) => `${alsoInRows(call, names, allWords)} ${otherNamesOf(call, holdersOf)}`.trim(),
    saidOf: (call) => saidInRows(call, names, allWords),
    now: () => Date.now(),
    random: Math.random,
    changed(revision) {
      events.emit('calls.changed', { revision });
      parts.changed((attempt) => recent.isRecorded(attempt));
    },
    status: (status) => events.emit('calls.status', status),
    unanswered: () => events.emit('pbx.unanswered'),
    missed(calls, skew) {
      parts.missed(calls, readAt(skew));
      shown(calls);
    },
    shown,
    remind: (reminders, skew) => parts.remind(reminders, readAt(skew)),
  });

  events.on('session.changed', () => void parts.drawn.then(() => recent.signedIn(parts.current())));
  events.on('contacts.changed', recent.namesChanged);
  events.on('directory.changed', recent.namesChanged);
  events.on('journal.changed', recent.attempted);
  events.on('settings.kept', recent.settingsChanged);
  events.on('forgotten.told', recent.forgottenTold);
  events.on('list.opened', recent.open);

  let exporting = false;
  return {
    recent,
    noteFiles: createNoteFiles({
      notes: () => recent.ownNotes(() => Date.now() - parts.notesKeptFor()),
      words,
      saveFile: parts.chooseFile,
      openFile: parts.openFile,
      now: () => Date.now(),
      log: parts.keeping.log,
    }),
    async exportCalls(look) {
      // A second press would put a second dialog beside the first.
      if (exporting) return fail('already-saving');
      exporting = true;
      const { kind, workbook } = words().calls.export;
      try {
        return await exportToFile({
          calls: recent.found(look),
          ...{ numberOf, nameOf: names.of, whoIs: names.who },
          ...{ noteOf: recent.noteOf, skew: recent.skew() },
          words: words(),
          zone: listZone(),
          now: Date.now(),
          choose: (name) =>
            parts.chooseFile(name, { label: kind, extension: 'csv' }, { label: workbook, extension: 'xlsx' }),
          log: parts.keeping.log,
        });
      } finally {
        exporting = false;
      }
    },
  };
}
