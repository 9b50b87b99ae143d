import * as v from 'valibot';
import { CallsStatus } from './calls.ts';
import { Damage } from './damage.ts';
import { DialState, LastAttempt } from './dialing.ts';
import { DirectoryView } from './directory.ts';
import { Failure } from './failures.ts';
import { Favourites } from './favourites.ts';
import { ProxyQuestion } from './proxy.ts';
import { OpenRecording, Saving, SavingAll } from './recordings.ts';
import { SessionView } from './session.ts';
import { SettingsView } from './settings.ts';
import { SetUpState } from './setup.ts';

/** Every event of which the main process tells the page: its name and what it says. */
export const events = {
  'session.changed': SessionView,
  /** Signing out was chosen where nothing can be asked, in the tray's menu. */
  'session.signOutChosen': v.undefined(),
  'settings.changed': SettingsView,
  'setUp.changed': SetUpState,
  'dial.changed': DialState,
  /** A call that the page did not ask for was turned down before it was sent. */
  'dial.turnedDown': v.strictObject({ display: v.string(), name: v.optional(v.string()), failure: Failure }),
  'attempts.changed': v.nullable(LastAttempt),
  'favourites.changed': Favourites,
  'contacts.changed': v.strictObject({ revision: v.number() }),
  /** Who was found by a list of before may be others now. */
  'people.changed': v.undefined(),
  /** There are others in it now, or something else is to be said of it. */
  'directory.changed': DirectoryView,
  /** A transfer ended otherwise than its beginning promised. */
  'recordings.changed': OpenRecording,
  'recordings.saving': Saving,
  'recordings.savingAll': SavingAll,
  'calls.changed': v.strictObject({ revision: v.number() }),
  'calls.status': CallsStatus,
  'files.damaged': v.array(Damage),
  /** A proxy wants to know who asks; `null`: not any more. */
  'proxy.asked': v.nullable(ProxyQuestion),
  /** The person is about to be signed out, or the program to end: what was typed is to be kept now. */
  'notes.wanted': v.undefined(),
  /** Nobody has looked at the page for long: it may go, if it gives what is on it. */
  'page.wanted': v.undefined(),
  /** The hotkey was pressed while it is tried. */
  'hotkey.tried': v.undefined(),
  /** A missed-call notice was clicked, or whatever else leads to what is to be done. */
  'calls.show': v.undefined(),
  /** The window came to the front: put the focus where typing goes. */
  'window.shown': v.undefined(),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = v.InferOutput<(typeof events)[N]>;
