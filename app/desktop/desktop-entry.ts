/**
 * Files of the freedesktop Desktop Entry Specification: what starts at login, and what opens links.
 */
export interface DesktopEntry {
  readonly name: string;
  readonly command: readonly string[];
  /** Field codes stand behind the command unquoted: `%u` takes one link. */
  readonly fieldCode?: '%u';
  readonly more: Readonly<Record<string, string>>;
}

export function desktopEntry({ name, command, fieldCode, more }: DesktopEntry): string {
  const exec = [...command.map(quote), ...(fieldCode ? [fieldCode] : [])].join(' ');
  // Without the program the entry counts for nothing: what is left behind after it was removed starts and opens nothing.
  const [program = ''] = command;
  const lines = {
    Type: 'Application',
    Name: name,
    Exec: exec,
    TryExec: program.replaceAll('\\', '\\\\'),
    ...more,
  };
  return `[Desktop Entry]\n${Object.entries(lines)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')}`;
}

/**
 * "The Exec key": a plain word as it is (xdg-open takes quotes for a part of the program's name), anything else quoted whole, with `"` `` ` `` `$` `\` escaped; `%` doubled, which would begin a field code. The value is a
 * string of the file format too, where a backslash is written twice.
 */
function quote(argument: string): string {
  if (/^[\w./:=@+-]+$/.test(argument)) return argument;
  const quoted = argument.replace(/["`$\\]/g, (sign) => `\\${sign}`).replaceAll('%', '%%');
  return `"${quoted.replaceAll('\\', '\\\\')}"`;
}
