/**
 * A time as people write it: `15:00`, `15.00`, `1500`, `15`, `3pm`, `3:30 p.m.`, `15.00 น.`, `๑๕.๐๐`. Without `am` or `pm` it is one of 24 hours.
 * `null`: that is no time.
 */
export function timeIn(text: string): { readonly hours: number; readonly minutes: number } | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .toLowerCase()
    .replace(/\s|น\.?$/g, '');
  const [, first = '', second = '0', half] =
    /^(\d{1,2})(?:[:.]?(\d\d))?(?:([ap])\.?m\.?)?$/.exec(plain) ?? [];
  if (first === '') return null;
  const [hours, minutes] = [Number(first), Number(second)];
  if (minutes > 59 || hours > 23) return null;
  if (half === undefined) return { hours, minutes };
  return hours < 1 || hours > 12 ? null : { hours: (hours % 12) + (half === 'p' ? 12 : 0), minutes };
}
