import { createNames } from '../../../app/calls/names.ts';
import type { RecentCallsParts } from '../../../app/calls/recent-calls.ts';

/** Recent calls of people whom nobody wrote down, and of which nobody is told. */
export const nobodyHears = {
  names: createNames(() => null),
  personOf: () => ({ name: '', isOne: false, company: '', numbers: [], has: () => true }),
  answered: () => undefined,
  unanswered: () => undefined,
  changed: () => undefined,
  status: () => undefined,
  missed: () => undefined,
  remind: () => undefined,
  shown: () => undefined,
} satisfies Partial<RecentCallsParts>;
