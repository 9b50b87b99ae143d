/**
 * A moment as the API wants it: `yyyy-mm-dd hh:mm:ss`, the PBX's local time without an offset. The zone is the PBX's
 * and never the computer's: a person who travels asks the same PBX.
 */
export function toPbxTime(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    // `en-US` on a Thai system still counts Gregorian years; said aloud because the PBX's clock depends on it.
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}
