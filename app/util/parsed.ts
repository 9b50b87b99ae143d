/** What a text holds as JSON; `undefined`, which JSON has not, where it is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
