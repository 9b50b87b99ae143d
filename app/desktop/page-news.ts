import type { EventName } from '../contract/events.ts';
import type { Events } from '../events/events.ts';

/** What a page that starts learns by no question of its own, or too early. All else it asks for. */
const news: ReadonlySet<EventName> = new Set([
  'window.shown',
  'calls.show',
  'session.signOutChosen',
  'dial.turnedDown',
  'dial.changed',
]);

/**
 * Passes events on to the page. What happens while there is none waits for the next one: of each kind the last, in the order in
 * which they came. Once that one asks, an answer may be old by the time it is drawn: it hears at once of what it asked for.
 */
export function tellPage(events: Events, send: (name: EventName, payload: unknown) => void) {
  let waiting: Map<EventName, unknown> | null = null;
  let hears = true;
  let listIsOpen = false;
  events.on('list.opened', (open) => {
    listIsOpen = open;
  });
  events.on('page.left', () => {
    waiting = new Map();
    hears = false;
  });
  events.on('page.asks', () => {
    hears = true;
  });
  events.on('page.drawn', () => {
    const told = waiting ?? new Map<EventName, unknown>();
    waiting = null;
    hears = true;
    for (const [name, payload] of told) send(name, payload);
  });

  return (name: EventName, payload: unknown): void => {
    // Told with each look at the PBX. Nobody sees it, and the list asks when it is opened.
    if (name === 'calls.status' && !listIsOpen) return;
    if (waiting === null || !news.has(name)) {
      if (hears) send(name, payload);
      return;
    }
    waiting.delete(name);
    // As on the page: what was turned down before is history by then.
    if (name === 'dial.changed') waiting.delete('dial.turnedDown');
    // Said for a moment, and gone by the time that somebody looks.
    waiting.set(name, name === 'dial.changed' && isPlaced(payload) ? { kind: 'idle' } : payload);
  };
}

const isPlaced = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'kind' in state && state.kind === 'placed';
