import type { Step } from '../contract/calls.ts';

export const step = (kind: Step['kind'], parts: Partial<Omit<Step, 'kind'>> = {}): Step => ({
  kind,
  by: null,
  to: null,
  seconds: null,
  ...parts,
});
