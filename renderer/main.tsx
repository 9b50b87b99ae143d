import './tokens.css';
import './base.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { languageOf } from '../app/words/languages.ts';
import { App, fetchRest, pictureReady } from './app.tsx';
import { bridgeTo } from './bridge.ts';
import { createCompanion } from './companion.ts';
import { hideOnEscape } from './frame/escape.ts';
import { isMac } from './frame/is-mac.ts';
import { listenForNumberMenu } from './frame/number-menu.ts';
import { listenForShortcuts } from './frame/shortcuts.ts';
import { typedIn } from './hand-over.ts';

/** V8's, by a switch of the program's; the page has no other use for it. */
const gc: unknown = Reflect.get(globalThis, 'gc');
Reflect.set(globalThis, 'gc', undefined);

const companion = createCompanion(
  bridgeTo(window.companion),
  languageOf(navigator.language),
  () => void (typeof gc === 'function' && gc()),
  typedIn(document),
);

const dark = window.matchMedia('(prefers-color-scheme: dark)');
function paint(): void {
  const theme = companion.settings.theme.peek();
  document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
}
dark.addEventListener('change', paint);
effect(() => {
  document.documentElement.lang = companion.settings.language.value;
  companion.settings.theme.value;
  paint();
});

hideOnEscape(document, companion.hide);
listenForShortcuts(document, companion, isMac);
listenForNumberMenu(document, companion.numberMenu);

const tellShown = () => companion.shown(document.visibilityState === 'visible');
document.addEventListener('visibilitychange', tellShown);
tellShown();

/** In the right language and colours from the first picture on; the answers come from this computer, within a frame. */
async function start(): Promise<void> {
  await companion.load();
  await pictureReady(companion);
  const root = document.getElementById('root');
  if (root !== null) render(<App companion={companion} />, root);
  companion.drawn();
  void fetchRest();
}
// Not awaited: what a screen is fetched with waits for the end of this module itself.
void start();
