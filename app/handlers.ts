import type { SettingsView } from './contract.ts';
import type { Dialler } from './dialing/dialler.ts';
import type { Journal } from './dialing/journal.ts';
import type { Numbers } from './dialing/numbers.ts';
import { fail, ok, type Reply } from './failures.ts';
import type { outsidePages } from './policies/pages.ts';
import type { Player } from './recordings/player.ts';
import type { Handlers } from './serve.ts';
import type { Session } from './session/session.ts';
import type { SettingsChange } from './settings/store.ts';

export interface HandlerParts {
  readonly session: Session;
  readonly signOut: () => ReturnType<Session['signOut']>;
  readonly dialler: Dialler;
  readonly journal: Journal;
  readonly numbers: Numbers;
  readonly player: Player;
  readonly settingsView: () => SettingsView;
  /** Throws where the disk, or the system, does not take them. */
  readonly changeSettings: (part: SettingsChange) => void;
  readonly hide: () => void;
  readonly quit: () => void;
  readonly openOutside: (page: keyof typeof outsidePages) => void;
  readonly log: (line: string) => void;
}

/** Attempts that the list shows; the journal keeps more. */
export const mostAttempts = 200;

/** Which feature answers each call of the contract. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { session, dialler, journal, numbers, player } = parts;
  return {
    'session.get': () => ok(session.view()),
    'session.signIn': (input) => session.signIn(input),
    'session.signOut': () => parts.signOut(),
    'number.describe': ({ typed }) => ok(numbers.describe(typed)),
    'number.find': ({ text }) => ok(numbers.find(text)),
    'dial.call': ({ number, from }) => dialler.call({ numbers: [{ number }], from }),
    'dial.confirm': ({ question, choice }) => dialler.confirm(question, choice),
    'dial.cancel': ({ question }) => dialler.cancel(question),
    'dial.get': () => ok(dialler.state()),
    'attempts.list': () => ok(journal.list().slice(0, mostAttempts)),
    'recordings.open': (which) => player.open(which),
    'recordings.again': ({ id }) => player.again(id),
    'recordings.peaks': ({ id, count }) => player.peaks(id, count),
    'recordings.save': (request) => player.save(request),
    'recordings.stopSaving': ({ id }) => done(player.stopSaving(id)),
    'recordings.close': async ({ id, at }) => done(await player.close(id, at)),
    'settings.get': () => ok(parts.settingsView()),
    'settings.set': (part) => change(part),
    'window.hide': () => done(parts.hide()),
    'app.quit': () => done(parts.quit()),
    'about.open': ({ page }) => done(parts.openOutside(page)),
  };

  function change(part: SettingsChange): Reply<SettingsView> {
    try {
      parts.changeSettings(part);
      return ok(parts.settingsView());
    } catch (error) {
      parts.log(
        `settings not changed: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`,
      );
      return fail('settings-file');
    }
  }
}

const done = (_nothing: unknown): Reply<undefined> => ok(undefined);
