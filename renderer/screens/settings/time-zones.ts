/**
 * Names of time zones for a combo box, the chosen one among them. `Asia/Bangkok` and its like, by which IT knows them, in every language.
 */
export function timeZones(chosen: string): readonly { readonly value: string; readonly label: string }[] {
  const known = new Set(['Asia/Bangkok', 'UTC', ...Intl.supportedValuesOf('timeZone'), chosen]);
  return [...known].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
