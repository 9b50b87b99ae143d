/** Calls back after so many milliseconds; what it returns prevents that. */
export type Timer = (ms: number, then: () => void) => () => void;

export const timer: Timer = (ms, then) => {
  const running = setTimeout(then, ms);
  return () => clearTimeout(running);
};
