import { type ReadonlySignal, signal } from '@preact/signals';
import type { CallInput, Favourite } from '../../app/contract.ts';
import type { Failure, Reply } from '../../app/failures.ts';
import type { Bridge } from '../bridge.ts';

/** A favourite that was taken away, and where it stood. */
export interface Removed {
  readonly favourite: Favourite;
  readonly at: number;
}

/** The numbers that the person who is signed in keeps, in their own order. */
export interface Favourites {
  readonly list: ReadonlySignal<readonly Favourite[]>;
  /** Why the last change was not made; the list is as it was. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** Taken away last, until something else is done: it can be brought back. */
  readonly removed: ReadonlySignal<Removed | null>;
  load(): Promise<void>;
  /** Resolve to whether it was done; if not, `failure` says why. */
  add(wish: CallInput<'favourites.add'>): Promise<boolean>;
  change(wish: CallInput<'favourites.change'>): Promise<boolean>;
  move(id: string, to: number): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  undo(): Promise<boolean>;
  /** Nothing to tell or to undo any more. */
  settle(): void;
}

export function createFavourites(bridge: Bridge): Favourites {
  const list = signal<readonly Favourite[]>([]);
  const failure = signal<Failure | null>(null);
  const removed = signal<Removed | null>(null);
  bridge.on('favourites.changed', (next) => {
    list.value = next;
  });

  function settle(): void {
    failure.value = null;
    removed.value = null;
  }

  function done(reply: Reply<readonly Favourite[]>): boolean {
    settle();
    if (reply.ok) list.value = reply.value;
    else failure.value = reply.failure;
    return reply.ok;
  }

  return {
    list,
    failure,
    removed,
    settle,
    async load() {
      const reply = await bridge.call('favourites.list', undefined);
      if (reply.ok) list.value = reply.value;
    },
    add: async (wish) => done(await bridge.call('favourites.add', wish)),
    change: async (wish) => done(await bridge.call('favourites.change', wish)),
    move: async (id, to) => done(await bridge.call('favourites.move', { id, to })),
    async remove(id) {
      const at = list.peek().findIndex((one) => one.id === id);
      const favourite = list.peek()[at];
      const gone = done(await bridge.call('favourites.remove', { id }));
      if (gone && favourite) removed.value = { favourite, at };
      return gone;
    },
    async undo() {
      const taken = removed.peek();
      if (taken === null) return false;
      const { number, name } = taken.favourite;
      return done(await bridge.call('favourites.add', { number, name, at: taken.at }));
    },
  };
}
