import type { Answer, Command } from './command-line/command.ts';
import type { PageState } from './contract/page.ts';
import type { PageHolds } from './desktop/page-holds.ts';
import type { PageLink } from './electron/ipc.ts';
import type { Program } from './electron/program.ts';
import type { CompanionWindow } from './electron/window.ts';
import type { Events } from './events/events.ts';
import type { Damages } from './files/damages.ts';
import type { Keeping } from './files/kept-file.ts';
import type { Log } from './log/log.ts';
import type { Policy } from './settings/policy.ts';
import type { SettingsStore } from './settings/store.ts';

/** What the start of the program has opened before the rest of it. */
export interface Given {
  readonly here: Program;
  readonly ownLog: Log;
  readonly asked: Command;
  /** From now on commands are carried out. */
  readonly ready: (run: (command: Command) => Promise<Answer>) => void;
  readonly events: Events;
  readonly policy: Policy;
  readonly damages: Damages;
  readonly keeping: Keeping;
  readonly store: SettingsStore;
  readonly hasTray: boolean;
  readonly page: PageLink;
  readonly holds: PageHolds;
  readonly window: CompanionWindow<PageState>;
}
