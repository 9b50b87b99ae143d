import { createByNumber } from '../contacts/by-number.ts';
import { bytesOf } from '../contacts/import-file.ts';
import { labelOf, namedOf, namesOf } from '../contacts/names.ts';
import type { DirectoryView } from '../contract/directory.ts';
import type { Reply } from '../contract/failures.ts';
import type { Settings } from '../contract/settings.ts';
import type { Events } from '../events/events.ts';
import type { Keeping } from '../files/kept-file.ts';
import type { NumberHolder } from '../numbers/holder.ts';
import { onNetworkSettings } from '../settings/network.ts';
import { inTurn, type Timer } from '../util/timer.ts';
import { createAsked } from './asked.ts';
import { createCallers } from './callers.ts';
import { createDirectory } from './directory.ts';
import { openKept } from './kept.ts';
import type { Passwords } from './password.ts';
import { createPatientRead } from './patient.ts';
import type { Colleague } from './person.ts';
import { ldapTask, loadFrom, noteTurnedDown, type SourceParts, sourceOf } from './source.ts';
import { openThread, peopleBy } from './thread.ts';

/** Milliseconds, for a few numbers. */
const callersPatience = 60_000;

export interface DirectoryWires extends Pick<SourceParts, 'trusted' | 'elsewhere' | 'seen' | 'reader'> {
  readonly events: Events;
  /** Of this profile. */
  readonly folder: string;
  readonly keeping: Keeping;
  readonly owner: () => string | null;
  readonly settings: () => Settings;
  readonly passwords: Passwords;
  /** The same for every spelling of one number. */
  readonly keyOf: (number: string) => string;
  /** The program's. */
  readonly version: string;
  readonly now: () => number;
  readonly timer: Timer;
}

/** The company's directory, for whoever is signed in. */
export interface DirectoryDesk {
  people(): readonly Colleague[];
  /** Who has a number there. */
  nameOf(number: string): string | null;
  /** Which of somebody's numbers it is. */
  labelOf(number: string): string | null;
  /** Who of this name has the number; `null`: nobody. */
  named(number: string, name: string): NumberHolder | null;
  holdersOf(number: string): readonly Colleague[];
  /** Somebody types: where the directory is asked and not loaded, it is asked now. */
  typed(text: string): void;
  /** The same of a list that is searched and looked at anew whenever something has changed: asked where it is another text. */
  searched(text: string): void;
  /** These numbers stand somewhere without a name: where the directory is asked and not loaded, it is asked about them, later. */
  bare(numbers: readonly string[]): void;
  view(): DirectoryView;
  refresh(): Promise<DirectoryView>;
  keepPassword(password: string): Promise<Reply<boolean>>;
  /** A number that is forgotten goes from what was asked for; the company's list is the company's. */
  forget(isMeant: (number: string) => boolean): void;
  start(): void;
}

export function wireDirectory(parts: DirectoryWires): DirectoryDesk {
  const { events, settings, passwords, reader, keeping, keyOf } = parts;
  const pause = () => inTurn(() => {});
  const readBytes = createPatientRead((file) => bytesOf(file, keeping.log), parts.timer);
  const source = (): SourceParts => ({
    choice: settings().directory,
    country: settings().country,
    pins: settings().trustedCertificates,
    trusted: parts.trusted,
    ...{ passwords, reader, pause, readBytes, elsewhere: parts.elsewhere, seen: parts.seen },
  });
  const askedChoice = () => {
    const { directory: set } = settings();
    return parts.owner() !== null && set.from === 'ldap' && set.people === 'asked' ? set : null;
  };
  const asked = createAsked({
    choice: askedChoice,
    task: (choice) => ldapTask(source(), choice),
    noteTurnedDown: (task, reply) => noteTurnedDown(passwords, task, reply),
    ...{ reader, seen: parts.seen },
    changed: (failure) => directory.askedSaid(failure),
    timer: parts.timer,
  });
  const callers = createCallers({
    choice() {
      const set = askedChoice();
      return set?.callers === false ? null : set;
    },
    keyOf,
    async ask(choice, numbers) {
      const thread = openThread(reader, parts.seen, callersPatience);
      const task = await ldapTask(source(), choice);
      const answer = await thread.send({ task: 'callers', numbers, ...task });
      thread.end();
      if (answer !== null) noteTurnedDown(passwords, task, answer);
      return answer;
    },
    found(people) {
      asked.add(people);
      events.emit('directory.changed', directory.view());
    },
    ...{ now: parts.now, timer: parts.timer },
  });
  function forget(isMeant?: (number: string) => boolean): void {
    asked.forget(isMeant);
    callers.forget();
  }
  const directory = createDirectory({
    choice: () => settings().directory,
    source: () => sourceOf(settings().directory, settings().country),
    isSignedIn: () => parts.owner() !== null,
    version: parts.version,
    kept: openKept(parts.folder, keeping),
    async readKept(text) {
      const read = await peopleBy(reader, { task: 'kept', text }, pause);
      return read.ok ? { ok: true, value: read.value.people } : read;
    },
    prepare: (people) => byNumber.prepare(people, pause),
    load: (tag) => loadFrom(source(), tag),
    changed: () => void events.emit('directory.changed', directory.view()),
    asked: { ...asked, forget },
    ...{ passwords, now: parts.now, timer: parts.timer, log: keeping.log },
  });
  const byNumber = createByNumber({ contacts: directory.people, keyOf });
  const holdersOf = (number: string) => [...new Set(byNumber.of(number).map(({ contact }) => contact))];
  const look = () => void directory.look();
  let searched = '';

  return {
    people: directory.people,
    nameOf: (number) => namesOf(holdersOf(number)),
    labelOf: (number) => labelOf(byNumber.of(number)),
    named: (number, name) => namedOf(byNumber.of(number), name),
    holdersOf,
    typed: asked.ask,
    searched(text) {
      // The dial pad's box may hold another name: each answer would have both ask again.
      if (text !== searched) asked.ask(text);
      searched = text;
    },
    bare: callers.lookUp,
    view: directory.view,
    refresh: directory.refresh,
    keepPassword(password) {
      callers.forget();
      return directory.keepPassword(password);
    },
    forget,
    start() {
      look();
      events.on('owner.changed', look);
      events.on('settings.kept', () => {
        byNumber.changed();
        look();
      });
      // Whoever trusts a certificate has its server asked again.
      onNetworkSettings(events, settings, () => {
        callers.forget();
        void directory.again();
      });
    },
  };
}
