import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { badgeStrip, badges } from './badges.ts';

/**
 * Draws every icon from the two SVG files. Run by hand when a drawing changes, and the results committed: nobody who
 * builds the app needs the tools (on Debian: librsvg2-bin, icnsutils, imagemagick).
 */

const here = import.meta.dirname;
const work = mkdtempSync(path.join(os.tmpdir(), 'companion-icons-'));

function draw(svg: string, size: number, to: string, icons = 1): void {
  mkdirSync(path.dirname(to), { recursive: true });
  const [width, height] = [String(icons * size), String(size)];
  execFileSync('rsvg-convert', ['--width', width, '--height', height, svg, '--output', to]);
}

const app = path.join(here, 'app.svg');
const drawn = (size: number) => path.join(here, 'app', `${size}x${size}.png`);
for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) draw(app, size, drawn(size));
execFileSync('convert', [...[16, 24, 32, 48, 64, 128, 256].map(drawn), path.join(here, 'app.ico')]);
const large = path.join(work, '1024.png');
draw(app, 1024, large);
execFileSync('png2icns', [path.join(here, 'app.icns'), ...[16, 32, 128, 256, 512].map(drawn), large]);

/** Drawn dark for light panels and light for dark ones. A template is black: macOS colours it by itself. */
const inks = { 'tray-dark': '#20242c', 'tray-light': '#f4f6fa', trayTemplate: '#000000' } as const;

const both = ['tray-dark', 'tray-light'] as const;
/** Pixels at 100 %: Windows' notification area, the StatusNotifier hosts' usual size, the menu bar of macOS. */
const panels = [
  { platform: 'win32', pixels: 16, scales: [1, 1.25, 1.5, 2, 3], names: both, counts: true },
  { platform: 'linux', pixels: 22, scales: [1, 1.5, 2], names: both, counts: true },
  // It has words beside an icon, and one colour in it.
  { platform: 'darwin', pixels: 16, scales: [1, 2], names: ['trayTemplate'], counts: false },
] as const;

const handset = readFileSync(path.join(here, 'handset.svg'), 'utf8');
for (const { platform, pixels, scales, names, counts } of panels) {
  const to = (name: string, scale: number) =>
    path.join(here, 'panel', platform, `${name}${scale === 1 ? '' : `@${scale}x`}.png`);
  const at = (scale: number) => Math.round(pixels * scale);
  for (const name of names) {
    const inked = handset.replace('<path ', `<path fill="${inks[name]}" `);
    const plain = path.join(work, `${name}.svg`);
    writeFileSync(plain, inked);
    for (const scale of scales) draw(plain, at(scale), to(name, scale));
    if (!counts) continue;
    const strip = path.join(work, `${name}-missed.svg`);
    writeFileSync(strip, badgeStrip(inked.replace(/<\/?svg[^>]*>/g, '')));
    for (const scale of scales) draw(strip, at(scale), to(`${name}-missed`, scale), badges);
  }
  draw(app, 128, path.join(here, 'panel', platform, 'notice.png'));
}
rmSync(work, { recursive: true });
