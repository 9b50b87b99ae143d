import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure, Reply } from '../../app/contract/failures.ts';
import type { Favourite } from '../../app/contract/favourites.ts';
import type { Bridge } from '../bridge.ts';
import { told } from './told.ts';

export interface FavouritesState {
  readonly list: ReadonlySignal<readonly Favourite[]>;
  /** Why the last change was not kept. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** Taken away last, for the wish to have it back. */
  readonly removed: ReadonlySignal<{ readonly favourite: Favourite; readonly at: number } | null>;
  /** In the same spelling, or in the one that is shown. */
  has(number: string): boolean;
  load(): Promise<void>;
  /** `true`: it is kept now. */
  add(number: string, name: string): Promise<boolean>;
  change(id: string, number: string, name: string): Promise<boolean>;
  move(id: string, to: number): Promise<void>;
  remove(favourite: Favourite): Promise<void>;
  undo(): Promise<void>;
  /** The panel was opened or closed: what was said there is over. */
  forget(): void;
  /** Signed out. */
  clear(): void;
}

const bare = (number: string) => number.replace(/[\s.()-]/g, '');

export function createFavourites(bridge: Bridge): FavouritesState {
  const { now: list, load } = told(
    bridge,
    'favourites.changed',
    () => bridge.request('favourites.list', undefined),
    [],
  );
  const failure = signal<Failure | null>(null);
  const removed = signal<{ readonly favourite: Favourite; readonly at: number } | null>(null);

  function take(reply: Reply<Favourite[]>): boolean {
    failure.value = reply.ok ? null : reply.failure;
    if (reply.ok) list.value = reply.value;
    return reply.ok;
  }

  function forget(): void {
    failure.value = null;
    removed.value = null;
  }

  return {
    list,
    failure,
    removed,
    has: (number) =>
      list.value.some((kept) => [kept.number, kept.display].some((form) => bare(form) === bare(number))),
    load,
    async add(number, name) {
      removed.value = null;
      return take(await bridge.request('favourites.add', { number, name }));
    },
    async change(id, number, name) {
      return take(await bridge.request('favourites.change', { id, number, name }));
    },
    async move(id, to) {
      take(await bridge.request('favourites.move', { id, to }));
    },
    async remove(favourite) {
      const at = list.peek().findIndex(({ id }) => id === favourite.id);
      if (take(await bridge.request('favourites.remove', { id: favourite.id })))
        removed.value = { favourite, at };
    },
    async undo() {
      const gone = removed.peek();
      if (gone === null) return;
      removed.value = null;
      const { number, name } = gone.favourite;
      take(await bridge.request('favourites.add', { number, name, at: gone.at }));
    },
    forget,
    clear() {
      list.value = [];
      forget();
    },
  };
}
