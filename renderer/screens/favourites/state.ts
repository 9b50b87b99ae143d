import { type ReadonlySignal, signal } from '@preact/signals';
import type { Favourite } from '../../../app/contract.ts';
import type { Dialling } from '../../state/dialling.ts';
import type { Favourites } from '../../state/favourites.ts';

/** What is being filled in: a new favourite, or one that changes. */
export interface Draft {
  /** `null`: a new one. */
  readonly id: string | null;
  readonly number: string;
  readonly name: string;
}

/** The favourites as a panel over the dial pad. */
export interface FavouritesPanel {
  readonly open: ReadonlySignal<boolean>;
  readonly draft: ReadonlySignal<Draft | null>;
  /** Moved last, for whoever cannot see it move: what, and to which place of how many. */
  readonly moved: ReadonlySignal<{ readonly favourite: Favourite; readonly place: number } | null>;
  /** With a draft where there is something to keep. */
  show(draft?: Draft): void;
  close(): void;
  draftNew(): void;
  draftChange(favourite: Favourite): void;
  leaveDraft(): void;
  save(number: string, name: string): Promise<void>;
  /** `to`: its place, from 0. Outside the list it stays where it is. */
  move(favourite: Favourite, to: number): Promise<void>;
  remove(favourite: Favourite): Promise<void>;
  undo(): Promise<void>;
  /** Calls it; what became of that is told on the dial pad. */
  call(favourite: Favourite): Promise<void>;
}

export function createFavouritesPanel(favourites: Favourites, dialling: Dialling): FavouritesPanel {
  const open = signal(false);
  const draft = signal<Draft | null>(null);
  const moved = signal<{ favourite: Favourite; place: number } | null>(null);

  function begin(next: Draft | null): void {
    favourites.settle();
    moved.value = null;
    draft.value = next;
  }

  return {
    open,
    draft,
    moved,
    show(next) {
      begin(next ?? null);
      dialling.dismiss();
      open.value = true;
    },
    close() {
      begin(null);
      open.value = false;
    },
    draftNew: () => begin({ id: null, number: '', name: '' }),
    draftChange: ({ id, number, name }) => begin({ id, number, name }),
    leaveDraft: () => begin(null),
    async save(number, name) {
      const now = draft.peek();
      if (now === null) return;
      const { id } = now;
      const saved = await (id === null
        ? favourites.add({ number, name })
        : favourites.change({ id, number, name }));
      if (saved && draft.peek() === now) draft.value = null;
    },
    async move(favourite, to) {
      if (to < 0 || to >= favourites.list.peek().length) return;
      if (await favourites.move(favourite.id, to)) moved.value = { favourite, place: to + 1 };
    },
    async remove({ id }) {
      begin(null);
      await favourites.remove(id);
    },
    async undo() {
      await favourites.undo();
    },
    async call({ number }) {
      if (dialling.busy.peek()) return;
      begin(null);
      open.value = false;
      await dialling.call({ number, from: 'favourite' });
    },
  };
}
