import * as v from 'valibot';
import { AnswerAddress } from './answer-line.ts';
import { Command } from './command.ts';

/** What one instance hands to the running one. Read there like any input. */
const Handed = v.strictObject({ command: Command, answerAt: v.nullable(AnswerAddress) });
export type Handed = v.InferOutput<typeof Handed>;

const Packed = v.strictObject({
  handed: v.pipe(
    v.string(),
    v.transform((word) => Buffer.from(word, 'base64url').toString()),
    v.parseJson(),
    Handed,
  ),
});

/**
 * As one word of letters and digits: the message between instances is cut at a zero byte, and blanks are cut off its parts, of
 * which a text outside of Latin-1 is full.
 */
export const pack = (handed: Handed): v.InferInput<typeof Packed> => ({
  handed: Buffer.from(JSON.stringify(handed)).toString('base64url'),
});

/** `null`: another release says something that this one does not know. */
export function unpack(message: unknown): Handed | null {
  const parsed = v.safeParse(Packed, message);
  return parsed.success ? parsed.output.handed : null;
}
