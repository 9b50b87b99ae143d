import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { marked } from 'marked';
import { type Language, languages } from '../../app/contract/settings.ts';

/** Pages of `docs/` that are in the package, for whoever presses Help. */
const pages = [
  ...languages.map((language) => ({ name: `user-guide.${language}`, language })),
  ...['it-guide', 'what-it-does', 'threat-model'].map((name) => ({ name, language: 'en' as const })),
];

/** In `out/`. */
export const helpFiles = pages.map(({ name }) => `help/${name}.html`);

/** Makes them pages for a browser, with the pictures beside them. */
export async function makeHelp(root: string, to: string): Promise<void> {
  const docs = path.join(root, 'docs');
  await mkdir(to, { recursive: true });
  const style = await readFile(path.join(root, 'build', 'help', 'page.css'), 'utf8');
  for (const { name, language } of pages) {
    const text = await readFile(path.join(docs, `${name}.md`), 'utf8');
    await writeFile(path.join(to, `${name}.html`), pageOf(text, language, style));
  }
  await cp(path.join(docs, 'pictures'), path.join(to, 'pictures'), { recursive: true });
}

/** The text is this project's own, so that nothing in it is escaped. Headings get the same ids as where the text is hosted. */
export function pageOf(markdown: string, language: Language, style: string): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  const body = marked
    .parse(markdown, { async: false })
    .replaceAll(
      /<h([23])>(.*?)<\/h\1>/g,
      (_all, level, text) => `<h${level} id="${idOf(text)}">${text}</h${level}>`,
    )
    .replaceAll(/href="([\w.-]+)\.md(#[^"]*)?"/g, 'href="$1.html$2"');
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
<main>${body}</main>
</html>
`;
}

function idOf(heading: string): string {
  const letters = heading.replace(/<[^>]+>|&[a-z#\d]+;/g, '').toLowerCase();
  return letters.replace(/[^\p{L}\p{M}\p{N} -]/gu, '').replaceAll(' ', '-');
}
