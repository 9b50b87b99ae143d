/** Does not compile where a case of a closed set is not dealt with. */
export function unreachable(value: never): never {
  throw new Error(`not dealt with: ${JSON.stringify(value)}`);
}
