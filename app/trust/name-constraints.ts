import type { GeneralName, NameConstraints } from './extensions.ts';

const dns = 2;
const address = 7;

/**
 * Whether an authority that may vouch for some names only may vouch for all of these (RFC 5280 §4.2.1.10). A constraint on names of
 * another kind is not understood here, and lets nothing pass.
 */
export function mayVouchFor(
  { permitted, excluded }: NameConstraints,
  names: readonly GeneralName[],
): boolean {
  if ([...permitted, ...excluded].some(({ kind }) => kind !== dns && kind !== address)) return false;
  return names.every((name) => {
    const allowed = permitted.filter(({ kind }) => kind === name.kind);
    return (
      (allowed.length === 0 || allowed.some((one) => isWithin(name, one))) &&
      !excluded.some((one) => one.kind === name.kind && isWithin(name, one))
    );
  });
}

function isWithin({ kind, value }: GeneralName, { value: constraint }: GeneralName): boolean {
  if (kind === dns) return isBelow(value.toString('latin1'), constraint.toString('latin1'));
  if (kind !== address || constraint.length !== 2 * value.length) return false;
  return value.every(
    (byte, at) =>
      (byte & (constraint[value.length + at] ?? 0)) ===
      ((constraint[at] ?? 0) & (constraint[value.length + at] ?? 0)),
  );
}

function isBelow(name: string, domain: string): boolean {
  const [lower, of] = [name.toLowerCase(), domain.toLowerCase()];
  if (of === '') return true;
  return of.startsWith('.') ? lower.endsWith(of) : lower === of || lower.endsWith(`.${of}`);
}
