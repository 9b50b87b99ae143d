/** What numbers are known by, whatever their spelling: remembered, for there are thousands of calls, and fewer numbers. */
export interface Keys {
  of(number: string): string;
  /** Numbers are read otherwise now. */
  clear(): void;
}

export function createKeys(keyOf: (number: string) => string): Keys {
  const known = new Map<string, string>();
  return {
    of(number) {
      const before = known.get(number);
      if (before !== undefined) return before;
      const key = keyOf(number);
      known.set(number, key);
      return key;
    },
    clear: () => known.clear(),
  };
}
