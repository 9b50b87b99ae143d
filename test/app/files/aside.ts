/** Where what cannot be read is put on this day. */
export function asideOf(file: string): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${file}.unreadable-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
