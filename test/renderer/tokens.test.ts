import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync('renderer/tokens.css', 'utf8');

function palette(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((found) => [found[1] ?? '', found[2] ?? '']),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => {
    const channel = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Every text colour on every ground that it stands on. */
const text: readonly [string, readonly string[]][] = [
  ['ink', ['ground', 'raised', 'key', 'key-hover', 'key-press', 'lifted', 'warn-soft']],
  ['ink-2', ['ground', 'raised', 'lifted', 'key', 'key-hover', 'key-press']],
  ['accent', ['ground', 'raised', 'lifted']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-go', ['go', 'go-hover']],
  ['warn', ['ground', 'raised', 'key', 'warn-soft']],
  ['on-warn', ['warn', 'warn-hover']],
];
/** Borders and marks that carry meaning. */
const marks: readonly [string, readonly string[]][] = [
  ['edge', ['ground', 'raised']],
  ['answers', ['ground']],
  ['accent', ['ground', 'raised', 'key']],
];

const pairs = (rows: typeof text) =>
  rows.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

for (const [theme, selector] of [
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
] as const) {
  const colours = palette(selector);
  const colour = (name: string) => {
    const found = colours.get(name);
    if (found === undefined) throw new Error(`tokens.css has no --${name} in ${theme}`);
    return found;
  };

  test.each(pairs(text))(`%s can be read on %s in the ${theme} theme (4.5:1)`, (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(marks))(`%s can be told from %s in the ${theme} theme (3:1)`, (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(3);
  });
}

const sheets = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => [name, readFileSync(path.join('renderer', name), 'utf8')] as const);

/** The rules of a sheet as `selector { … }`, and those that hold under reduced motion alone. */
function rulesOf(sheet: string): { readonly usual: string[]; readonly reduced: string } {
  const block = /@media \(prefers-reduced-motion: reduce\) \{[\s\S]*?\n\}/g;
  return {
    usual: sheet.replace(block, '').match(/[^{}]+\{[^{}]*\}/g) ?? [],
    reduced: (sheet.match(block) ?? []).join('\n'),
  };
}

test('nothing moves for who wants no motion: every duration is one that becomes nothing, or its rule has another then', () => {
  expect(css).toMatch(/reduce\) \{\s*:root \{\s*--quick: 1ms;\s*--press: 1ms;/);
  const moves = sheets.flatMap(([name, sheet]) => {
    const { usual, reduced } = rulesOf(sheet);
    return usual
      .filter((rule) => /\b(?:animation|transition):(?! none)/.test(rule))
      .filter((rule) => {
        const selector = (rule.split('{')[0] ?? '').replace(/\/\*[\s\S]*?\*\//g, '').trim();
        // The first time of an animation is how long it lasts, the second how late it begins.
        const own = /[:,]\s*[\w-]+ [\d.]+m?s /.test(rule.slice(rule.indexOf('{')));
        return own && !reduced.includes(selector);
      })
      .map((rule) => `${name}: ${rule.trim()}`);
  });
  expect(moves).toEqual([]);
});

test('nothing is smaller than 12 pixels: Thai would be cut', () => {
  const small = sheets.flatMap(([name, sheet]) =>
    [...sheet.matchAll(/(?:font-size|--small):\s*([\d.]+)px|font:\s*(?:\d+ )?([\d.]+)px/g)]
      .filter(([, one, other]) => Number(one ?? other) < 12)
      .map(([rule]) => `${name}: ${rule}`),
  );
  expect(small).toEqual([]);
});
