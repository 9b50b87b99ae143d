import * as v from 'valibot';

/** Text of bounded length. What is longer was not typed by a person. */
export const Line = (max: number) => v.pipe(v.string(), v.maxLength(max));
