import { vi } from 'vitest';

/** Milliseconds. A busy machine may take long; no test asks for speed. */
const patience = 15_000;

/** What becomes true after a while, by others' work: a server, a thread, a file. Its last error is thrown if it does not. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, patience);
