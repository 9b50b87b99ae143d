/** A freedesktop autostart entry (Desktop Entry Specification, "The Exec key": quoting and escaping). */
export function autostartEntry(name: string, command: readonly string[]): string {
  const exec = command.map(quote).join(' ');
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${exec}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * Quoted whole, with `"` `` ` `` `$` `\` escaped; `%` doubled, which would begin a field code. The value is a string of the
 * file format too, where a backslash is written twice.
 */
function quote(argument: string): string {
  const quoted = argument.replace(/["`$\\]/g, (sign) => `\\${sign}`).replaceAll('%', '%%');
  return `"${quoted.replaceAll('\\', '\\\\')}"`;
}
