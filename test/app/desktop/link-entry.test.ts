import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { desktopEntry } from '../../../app/desktop/desktop-entry.ts';
import { setLinkEntry } from '../../../app/desktop/link-entry.ts';
import { temporaryFolder } from '../temporary-folder.ts';

function desk() {
  const dataFolder = temporaryFolder();
  const ran: string[] = [];
  return {
    ran,
    entry: () =>
      readFileSync(path.join(dataFolder, 'applications/promptcall-companion-links.desktop'), 'utf8'),
    set: (tel: boolean, sip: boolean) =>
      setLinkEntry(
        { tel, sip },
        {
          dataFolder,
          name: 'promptCall Companion',
          command: ['/opt/a b/companion', '--user-data-dir=/tmp/100%'],
          run: async (program, args) => void ran.push([program, ...args].join(' ')),
        },
      ),
  };
}

describe('opening links on Linux', () => {
  it('names the schemes that are wished for, and takes one link behind its command', async () => {
    const at = desk();
    await at.set(true, false);
    expect(at.entry()).toContain('MimeType=x-scheme-handler/tel;x-scheme-handler/callto;\n');
    expect(at.entry()).toContain('Exec="/opt/a b/companion" "--user-data-dir=/tmp/100%%" %u\n');
    // A program that is gone opens nothing.
    expect(at.entry()).toContain('TryExec=/opt/a b/companion\n');
    expect(at.ran).toEqual([
      'xdg-mime default promptcall-companion-links.desktop x-scheme-handler/tel x-scheme-handler/callto',
    ]);
    await at.set(true, true);
    expect(at.entry()).toContain('x-scheme-handler/sip;x-scheme-handler/sips;');
  });

  it('leaves nothing behind when it is not wished for any more', async () => {
    const at = desk();
    await at.set(true, true);
    await at.set(false, false);
    expect(() => at.entry()).toThrow(/ENOENT/);
    await at.set(false, false);
  });

  it('quotes what a shell, or the file, would read otherwise', () => {
    expect(desktopEntry({ name: 'x', command: ['/a "b" $c `d` \\e'], more: {} })).toContain(
      'Exec="/a \\\\"b\\\\" \\\\$c \\\\`d\\\\` \\\\\\\\e"',
    );
  });
});
