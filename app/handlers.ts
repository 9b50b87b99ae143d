import type { SettingsView } from './contract.ts';
import type { Dialler } from './dialing/dialler.ts';
import type { Journal } from './dialing/journal.ts';
import type { Numbers } from './dialing/numbers.ts';
import { fail, ok, type Reply } from './failures.ts';
import type { Favourites } from './favourites/favourites.ts';
import type { outsidePages } from './policies/pages.ts';
import type { Handlers } from './serve.ts';
import type { Session } from './session/session.ts';
import type { SettingsChange } from './settings/store.ts';

export interface HandlerParts {
  readonly session: Session;
  readonly signIn: Session['signIn'];
  readonly signOut: () => ReturnType<Session['signOut']>;
  readonly dialler: Dialler;
  readonly journal: Journal;
  readonly numbers: Numbers;
  readonly favourites: Favourites;
  readonly settingsView: () => SettingsView;
  /** All of them or none. Rejects where the disk does not take them. */
  readonly changeSettings: (part: SettingsChange) => Promise<Reply<unknown>>;
  readonly hide: () => void;
  readonly quit: () => void;
  readonly openOutside: (page: keyof typeof outsidePages) => void;
  readonly log: (line: string) => void;
}

/** Attempts that the list shows; the journal keeps more. */
export const mostAttempts = 200;

/** Which feature answers each call of the contract. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { session, dialler, journal, numbers, favourites } = parts;
  return {
    'session.get': () => ok(session.view()),
    'session.signIn': (input) => parts.signIn(input),
    'session.signOut': () => parts.signOut(),
    'number.describe': ({ typed }) => ok(numbers.describe(typed)),
    'number.find': ({ text }) => ok(numbers.find(text)),
    'dial.call': ({ number, from }) => dialler.call({ numbers: [{ number }], from }),
    'dial.confirm': ({ question, choice }) => dialler.confirm(question, choice),
    'dial.cancel': ({ question }) => dialler.cancel(question),
    'dial.get': () => ok(dialler.state()),
    'attempts.list': () => ok(journal.list().slice(0, mostAttempts)),
    'favourites.list': () => ok(favourites.list()),
    'favourites.add': (wish) => favourites.add(wish),
    'favourites.change': (change) => favourites.change(change),
    'favourites.move': ({ id, to }) => favourites.move(id, to),
    'favourites.remove': ({ id }) => favourites.remove(id),
    'settings.get': () => ok(parts.settingsView()),
    'settings.set': (part) => change(part),
    'window.hide': () => done(parts.hide()),
    'app.quit': () => done(parts.quit()),
    'about.open': ({ page }) => done(parts.openOutside(page)),
  };

  async function change(part: SettingsChange): Promise<Reply<SettingsView>> {
    try {
      const changed = await parts.changeSettings(part);
      return changed.ok ? ok(parts.settingsView()) : changed;
    } catch (error) {
      parts.log(
        `settings not changed: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`,
      );
      return fail('settings-file');
    }
  }
}

const done = (_nothing: unknown): Reply<undefined> => ok(undefined);
