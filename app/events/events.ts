import type { EventEmitter } from 'node:events';
import type { Question } from '../contract/dialing.ts';
import type { EventName, EventPayload } from '../contract/events.ts';

/** What the page is told of too; and what only the parts of the main process tell each other. */
export type Happened = { [N in EventName]: [payload: EventPayload<N>] } & {
  /** Somebody else is signed in, or nobody is any more. Told behind `session.changed`. */
  'owner.changed': [];
  /** The file of settings has taken a change, or refused one. */
  'settings.kept': [];
  /** An attempt was begun, has ended, or is gone. */
  'journal.changed': [];
  /** A question is asked in a window of its own; `null`: not any more. The page hears of none of it. */
  'question.apart': [question: Question | null];
  'hotkey.pressed': [];
  /** It could be had and cannot any more, or the other way round. */
  'hotkey.changed': [];
  /** More is known of a newer version. */
  'updates.changed': [];
  /** A newer version is there, which somebody else installs. */
  'updates.found': [version: string];
  /** A new key is being recorded: the old one calls nobody. */
  'hotkey.rested': [resting: boolean];
  /** It is known which numbers were forgotten, or waited for. */
  'forgotten.told': [];
  /** The list of calls is on the screen. */
  'list.opened': [open: boolean];
  /** There is no page until `page.drawn`. */
  'page.left': [];
  /** The page that starts has begun to ask for what it shows. */
  'page.asks': [];
  'page.drawn': [];
  /** The PBX did not answer: is there a network? */
  'pbx.unanswered': [];
};

/** How one part hears of another without knowing it. Listeners are called in the order in which they were added; the page is the first. */
export type Events = EventEmitter<Happened>;
