import { effect } from '@preact/signals';
import { render } from 'preact';
import { App, createApp } from './app.tsx';
import { bridgeTo } from './bridge.ts';
import './tokens.css';
import './base.css';

const state = createApp(bridgeTo(window.companion), navigator.language.startsWith('th') ? 'th' : 'en');

// "As the system" is resolved here, so that each palette stands in one place of the style sheet.
const dark = window.matchMedia('(prefers-color-scheme: dark)');
function paint(): void {
  const theme = state.settings.theme.value;
  document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
}
dark.addEventListener('change', paint);
effect(paint);
effect(() => {
  document.documentElement.lang = state.settings.language.value;
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
render(<App state={state} />, root);
void state.load();
