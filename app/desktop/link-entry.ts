import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { desktopEntry } from './desktop-entry.ts';

/** Kinds of links that a person may want this program to open. */
export interface LinkWishes {
  /** `tel:` and `callto:`. */
  readonly tel: boolean;
  /** `sip:` and `sips:`; a softphone on the same desk usually wants them for itself. */
  readonly sip: boolean;
}

export function schemesOf({ tel, sip }: LinkWishes): string[] {
  return [...(tel ? ['tel', 'callto'] : []), ...(sip ? ['sip', 'sips'] : [])];
}

export const allSchemes: readonly string[] = schemesOf({ tel: true, sip: true });

const entryName = 'promptcall-companion-links.desktop';

export interface LinkEntryParts {
  /** `$XDG_DATA_HOME`, or `~/.local/share`. */
  readonly dataFolder: string;
  readonly name: string;
  readonly command: readonly string[];
  /** Runs a program to its end; rejects where it is missing or fails. */
  readonly run: (program: string, args: readonly string[]) => Promise<void>;
}

/**
 * Makes this program open links on Linux: an entry in the person's own applications, and `xdg-mime`, which knows where each
 * desktop keeps its defaults. Electron's own way needs an entry that only an installed package has.
 *
 * What is not wished for is given back: without the entry, a default that names it counts for nothing, and the desktop
 * goes on to the next program. Rejects where the system does not take it.
 */
export async function setLinkEntry(wishes: LinkWishes, parts: LinkEntryParts): Promise<void> {
  const folder = path.join(parts.dataFolder, 'applications');
  const file = path.join(folder, entryName);
  const types = schemesOf(wishes).map((scheme) => `x-scheme-handler/${scheme}`);
  if (types.length === 0) {
    await rm(file, { force: true });
    return;
  }
  const entry = desktopEntry({
    name: parts.name,
    command: parts.command,
    fieldCode: '%u',
    // A handler of links is no second icon in the menu.
    more: { NoDisplay: 'true', Terminal: 'false', MimeType: `${types.join(';')};` },
  });
  await mkdir(folder, { recursive: true });
  await writeFile(file, entry);
  await parts.run('xdg-mime', ['default', entryName, ...types]);
}
