import { commandLineEn } from './command-line.en.ts';
import { editing } from './keys.en.ts';
import { notify } from './notify.en.ts';
import { pageEn } from './page.en.ts';
import { policyCheck } from './rules.en.ts';
import { tray } from './tray.en.ts';

/** The product's English words: the page's, and those that are never said in it. */
export const en = { ...pageEn, tray, commandLine: commandLineEn, editing, policyCheck, notify };

/** A language is complete or does not compile. */
export type Words = typeof en;
