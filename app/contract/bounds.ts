import * as v from 'valibot';

/** Text of bounded length. What is longer was not typed by a person. */
export const Line = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** Whom the person chose, of those who have a number. It is said of nobody else. */
export const PersonName = Line(1_000);

/** 0, 1, 2, … */
export const Natural = v.pipe(v.number(), v.integer(), v.minValue(0));
