import * as v from 'valibot';
import { fold } from '../util/characters.ts';
import { Line } from './bounds.ts';
import { longestPattern, patternProblems, readPattern } from './dial-pattern.ts';
import { forExample } from './hosts.ts';

/** Dialling rules as they cross between the processes; a part of the contract. */

export const ruleActions = ['prefix', 'replace', 'block'] as const;

/**
 * A dialling rule: what is done to the digits that the PBX would be sent. The first rule whose pattern fits is applied, and no other.
 */
export const DiallingRule = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty(forExample('Outside line')), v.maxLength(60)),
  /** Asterisk's pattern without its `_`: see `dial-pattern.ts`. */
  match: v.pipe(
    v.string(),
    v.maxLength(longestPattern),
    v.check((match) => typeof readPattern(match) !== 'string', forExample('0X.')),
  ),
  action: v.picklist(ruleActions),
  /** `prefix`: put before the number. `replace`: put in place of what `match` names before its `.` or `!`. */
  value: v.pipe(
    v.string(),
    v.transform((value) => fold(value).text),
    v.regex(/^\+?[\d*#]{0,20}$/, forExample('9')),
  ),
});
export type DiallingRule = v.InferOutput<typeof DiallingRule>;
/** Of a person's own. */
export const mostOwnRules = 50;
export const DiallingRules = v.pipe(v.array(DiallingRule), v.maxLength(mostOwnRules));

/** A rule that is being written, and what is still wrong with it. */
export const DraftRule = v.strictObject({
  name: Line(100),
  match: Line(200),
  action: v.picklist(ruleActions),
  value: Line(100),
});
export type DraftRule = v.InferOutput<typeof DraftRule>;
export const DraftProblems = v.strictObject({
  name: v.nullable(v.picklist(['empty', 'too-long'])),
  match: v.nullable(v.picklist(patternProblems)),
  value: v.nullable(v.picklist(['character', 'too-long'])),
});
export type DraftProblems = v.InferOutput<typeof DraftProblems>;

/** What would become of a number. */
export const RuleTrial = v.strictObject({
  display: v.string(),
  /** What the PBX would be sent; `null`: nothing. */
  send: v.nullable(v.string()),
  /** The name of the rule that was applied. */
  rule: v.nullable(v.string()),
  blocked: v.boolean(),
  /** Goes as it is, whatever the rules. */
  emergency: v.boolean(),
});
export type RuleTrial = v.InferOutput<typeof RuleTrial>;
