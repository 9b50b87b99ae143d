/**
 * Vitest prints failures with `Map.groupBy`, which Node 20 does not have: instead of what failed one would read of an
 * error in Vitest. Taken out with Node 20.
 */
interface WithGroupBy {
  groupBy?: <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K) => Map<K, T[]>;
}

const map = Map as WithGroupBy;
map.groupBy ??= (items, keyOf) => {
  const groups: ReturnType<NonNullable<WithGroupBy['groupBy']>> = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    index += 1;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups as never;
};
