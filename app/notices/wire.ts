import type { Reminder } from '../calls/reminders.ts';
import type { MissedAt } from '../calls/wire.ts';
import type { Call } from '../cdr/call.ts';
import type { Settings } from '../contract/settings.ts';
import type { Events } from '../events/events.ts';
import type { OpenIn } from '../open-in/open-in.ts';
import type { Words } from '../words/index.ts';
import { createDialTeller, type DialTellerParts, type Wished } from './dial-teller.ts';
import { hotkeyTaken } from './hotkey-taken.ts';
import { type Telling, tellMissed } from './missed.ts';
import { tellVersion } from './new-version.ts';
import type { Notices } from './notices.ts';
import { tellReminders } from './reminders.ts';

export interface NoticesWires extends Pick<DialTellerParts, 'account' | 'open'> {
  readonly events: Events;
  readonly notices: Notices;
  readonly words: () => Words;
  readonly settings: () => Settings;
  /** Who was called last. */
  readonly last: () => Wished | undefined;
  /** Of newer versions, the one that was told of last. */
  readonly toldVersion: { get(): string | null; keep(version: string): void };
  /** The clock of this computer, as a zone writes it. */
  readonly clock: () => string;
  readonly openIn: Pick<OpenIn, 'offers' | 'openParty'>;
  /** Asks for a call by a notice that was clicked. */
  readonly call: (wished: Wished) => void;
}

/** All that is told on the desktop. */
export function wireNotices(parts: NoticesWires) {
  const { events, notices, words, settings, open, call, openIn } = parts;
  const tellDial = createDialTeller({ ...parts, again: call });
  events.on('dial.changed', (state) => tellDial(state, parts.last()));
  events.on('dial.turnedDown', (what) => tellDial({ kind: 'failed', ...what }));

  events.on('updates.found', (version) => {
    tellVersion(version, {
      words: words(),
      settings: settings(),
      shown: parts.clock(),
      told: parts.toldVersion.get(),
      notify: notices.inform,
      keep: parts.toldVersion.keep,
    });
  });

  /** A click asks for the call, or leads to what is to be done. */
  const offerCall: Telling['notify'] = (notice, callBack) => {
    const clicked = () => {
      // The question has a window of its own.
      if (callBack !== null) return call({ number: callBack.number, name: callBack.name ?? undefined });
      open();
      events.emit('calls.show', undefined);
    };
    if (callBack === null || !openIn.offers(callBack.number)) return notices.offer(notice, clicked);
    notices.offer(notice, clicked, {
      label: words().calls.openIn,
      clickLabel: words().dial.call,
      act: () => void openIn.openParty(callBack),
    });
  };

  return {
    missed(calls: readonly Call[], at: MissedAt): void {
      tellMissed(calls, { ...at, words: words(), settings: settings(), notify: offerCall });
    },
    remind(reminders: readonly Reminder[], at: MissedAt): void {
      tellReminders(reminders, { ...at, words: words(), notify: offerCall });
    },
    /** `label`: the key as people read it. */
    hotkeyTaken: (label: string) => notices.inform(hotkeyTaken(words(), label)),
  };
}
