import type { Companion } from '../companion.ts';
import { firstCall } from '../screens/calls/first-call.ts';
import { screens } from '../state/navigation.ts';
import { focusSoon } from '../ui/focus-soon.ts';

const searchBox = '.search-box';

/** What the panel of keys names, in the order in which it names it. `Mod`: Ctrl, on macOS Cmd. */
export const shortcuts = {
  screens: [`Mod+1–${screens.length}`],
  number: ['Mod+K'],
  search: ['Mod+F', '/'],
  missed: ['Mod+M'],
  recorded: ['Mod+P'],
  openIn: ['Mod+O'],
  refresh: ['Mod+R', 'F5'],
  settings: ['Mod+,'],
  textSize: ['Mod+=', 'Mod+-', 'Mod+0'],
  keys: ['?', 'F1'],
} as const;
export type Shortcut = keyof typeof shortcuts;

/** Of keys whose sign is another where Shift is held, or in a Thai layout. */
const signs: Readonly<Record<string, string>> = {
  Comma: ',',
  Equal: '=',
  NumpadAdd: '=',
  Minus: '-',
  NumpadSubtract: '-',
};

/** `Mod+F` of a key press: with Ctrl or Cmd by its place on the board, for a Thai layout has no F. */
function nameOf(event: KeyboardEvent, isMac: boolean): string {
  const mod = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (event.altKey || (!mod && (event.ctrlKey || event.metaKey))) return '';
  const placed = /^(?:Key|Digit|Numpad)([A-Z\d])$/.exec(event.code)?.[1] ?? signs[event.code] ?? event.key;
  const key = mod ? placed : event.key;
  return `${mod ? 'Mod+' : ''}${key.length === 1 ? key.toUpperCase() : key}`;
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select') &&
  // No name and no number begins with a sign that is a key, and the pad's box always has the focus there.
  !(target.matches('input.number') && (target as HTMLInputElement).value === '');

/** Keys that work on every screen once somebody is signed in. A question and every other dialog keep their own. */
export function listenForShortcuts(document: Document, companion: Companion, isMac: boolean): void {
  const { navigation, recentCalls, settings, front } = companion;
  const toCalls = (filter: 'missed' | 'recorded') => {
    recentCalls.fromTop();
    navigation.go('recentCalls');
    recentCalls.closePerson();
    recentCalls.search('');
    recentCalls.show(filter);
    focusSoon(firstCall, recentCalls.isCurrent);
  };
  const act: Readonly<Record<Exclude<Shortcut, 'screens'>, (key: string) => void>> = {
    number() {
      navigation.go('dialPad');
      front.ask();
    },
    search() {
      // Of the contacts, where they are looked at.
      if (navigation.screen.peek() !== 'contacts') navigation.go('recentCalls');
      focusSoon(searchBox);
    },
    missed: () => toCalls('missed'),
    recorded: () => toCalls('recorded'),
    openIn: () => {
      if (companion.openIn.on.peek()) void companion.openIn.open({ of: 'last' });
    },
    refresh: () => void recentCalls.refresh(),
    settings: () => navigation.go('settings'),
    textSize: (key) => settings.stepTextSize(key === 'Mod+0' ? null : key === 'Mod+=' ? 1 : -1),
    keys: () => navigation.showKeys(true),
  };

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (
      companion.session.view.peek().state !== 'signed-in' ||
      document.querySelector('dialog[open]') !== null
    )
      return;
    const name = nameOf(event, isMac);
    // A sign that may be written is written where something is being written.
    if (name.length === 1 && isText(event.target)) return;
    const screen = screens[Number(/^Mod\+(\d)$/.exec(name)?.[1]) - 1];
    const found = (Object.keys(act) as (keyof typeof act)[]).find((one) =>
      (shortcuts[one] as readonly string[]).includes(name),
    );
    if (screen === undefined && found === undefined) return;
    event.preventDefault();
    if (screen !== undefined) companion.select(screen);
    else if (found !== undefined) act[found](name);
  });
}
