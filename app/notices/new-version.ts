import type { Settings } from '../contract/settings.ts';
import type { Words } from '../words/index.ts';
import { isQuietAt } from './missed.ts';
import type { Notice } from './notices.ts';

export interface VersionTelling {
  readonly words: Words;
  readonly settings: Pick<Settings, 'quietHours'>;
  /** The clock of this computer, as a zone writes it. */
  readonly shown: string;
  /** The one that was told of last. */
  readonly told: string | null;
  readonly notify: (notice: Notice) => void;
  readonly keep: (version: string) => void;
}

/** Says once of each newer version that it is there, and in the quiet hours nothing: the next look is soon enough. */
export function tellVersion(version: string, { words, settings, shown, told, notify, keep }: VersionTelling) {
  if (told === version || isQuietAt(shown, settings)) return;
  notify(words.notify.newVersion(version));
  keep(version);
}
