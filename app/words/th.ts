import { commandLineTh } from './command-line.th.ts';
import type { Words } from './en.ts';
import { editing } from './keys.th.ts';
import { notify } from './notify.th.ts';
import { pageTh } from './page.th.ts';
import { policyCheck } from './rules.th.ts';
import { tray } from './tray.th.ts';

export const th: Words = { ...pageTh, tray, commandLine: commandLineTh, editing, policyCheck, notify };
