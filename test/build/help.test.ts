import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingKeys } from '../../app/contract/settings.ts';
import { type Words, wordsFor } from '../../app/words/index.ts';
import { pageOf } from '../../build/help/make.ts';
import { projectFolder } from '../../build/project.ts';

const read = (name: string) => readFileSync(path.join(projectFolder, name), 'utf8');
const markdownIn = (folder: string) =>
  readdirSync(path.join(projectFolder, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...markdownIn('docs')];
const guides = { en: read('docs/user-guide.en.md'), th: read('docs/user-guide.th.md') } as const;
const pictures = (text: string) =>
  [...text.matchAll(/pictures\/\w+\/([\w-]+)\.webp/g)].map(([, name]) => name);

/** Everything that a language says by itself, without a name or a number in it. */
function said(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(said) : [];
}

describe('the guides', () => {
  it.each(pages)('%s leads nowhere that is not there', (name) => {
    const text = read(name);
    for (const [, to = ''] of text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)) {
      if (/^(https?|mailto):/.test(to) || to === '') continue;
      const [file, anchor] = to.split('#');
      const target = file === '' ? name : path.join(path.dirname(name), file ?? '');
      expect(existsSync(path.join(projectFolder, target)), `${name} → ${to}`).toBe(true);
      if (anchor !== undefined)
        expect(pageOf(read(target), 'en', ''), `${name} → ${to}`).toContain(`id="${anchor}"`);
    }
  });

  it('tell the same in both languages, with the same pictures', () => {
    const shape = (text: string) => [...text.matchAll(/^(#+ |\d\. |- |\| |!\[)/gm)].map(([, mark]) => mark);
    expect(shape(guides.th)).toEqual(shape(guides.en));
    expect(pictures(guides.th)).toEqual(pictures(guides.en));
    for (const language of ['en', 'th'] as const) {
      const taken = readdirSync(path.join(projectFolder, 'docs', 'pictures', language));
      expect(taken.sort()).toEqual(
        [...new Set(pictures(guides[language]))].map((name) => `${name}.webp`).sort(),
      );
    }
  });

  it.each(['en', 'th'] as const)('name in %s what is on the screen as it is named there', (language) => {
    const words: Words = wordsFor(language);
    const names = new Set(said(words));
    const bold = [...guides[language].matchAll(/\*\*(.+?)\*\*/g)].map(([, text]) => text ?? '');
    const emphasis = { en: ['Your phone rings.', 'once'], th: ['โทรศัพท์ของคุณจะดัง', 'ครั้งเดียว'] }[language];
    expect(bold.filter((text) => !names.has(text) && !emphasis.includes(text))).toEqual([]);
  });
});

describe('the threat model', () => {
  it('names tests that exist', () => {
    const named = [...read('docs/threat-model.md').matchAll(/`(test\/[^`]+)`/g)].map(
      ([, file]) => file ?? '',
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((file) => !existsSync(path.join(projectFolder, file)))).toEqual([]);
  });
});

describe("IT's guide", () => {
  const guide = read('docs/it-guide.md');

  it('names every setting that a policy may hold', () => {
    expect(settingKeys.filter((key) => !guide.includes(`\`${key}\``))).toEqual([]);
  });

  it('names every switch of the command line', () => {
    const switches = new Set(
      wordsFor('en')
        .commandLine.help('x')
        .match(/--[a-z-]+/g),
    );
    expect([...switches].filter((one) => !guide.includes(`\`${one}`))).toEqual([]);
  });
});
