/** Calls back after so many milliseconds; what it returns prevents that. */
export type Timer = (ms: number, then: () => void) => () => void;

export const timer: Timer = (ms, then) => {
  const running = setTimeout(then, ms);
  return () => clearTimeout(running);
};

/** Makes something once what else is waiting has had its turn: a start in one piece would hold the window's processes up. */
export async function inTurn<T>(make: () => T): Promise<T> {
  await new Promise<void>((resolve) => void setImmediate(resolve));
  return make();
}
