import { ChevronLeft, Plus, Star } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Favourite } from '../../../app/contract.ts';
import type { Favourites } from '../../state/favourites.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { failureText } from '../../words/index.ts';
import { useDragging } from './dragging.ts';
import { DraftForm } from './form.tsx';
import { Row } from './row.tsx';
import type { FavouritesPanel } from './state.ts';
import './view.css';

interface Props {
  readonly favourites: Favourites;
  readonly panel: FavouritesPanel;
  readonly busy: boolean;
}

/** Over the dial pad, until one is called or the person goes back. */
export function FavouritesView({ favourites, panel, busy }: Props) {
  const words = useWords();
  const list = favourites.list.value;
  const draft = panel.draft.value;
  const failure = favourites.failure.value;
  const element = useRef<HTMLElement>(null);
  const dragging = useDragging(list.length, (from, to) => {
    const favourite = list[from];
    if (favourite) void panel.move(favourite, to);
  });

  // Where a person goes on from: the first favourite, or the button that makes one.
  useLayoutEffect(() => {
    if (draft !== null) return;
    element.current?.querySelector<HTMLElement>('.favourite-call, .favourites-begin')?.focus();
  }, [draft === null]);

  // A row that is put elsewhere in the page loses the focus on the way.
  const focused = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body && focused.current?.isConnected) focused.current.focus();
  }, [list]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (draft === null) panel.close();
      else panel.leaveDraft();
    } else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && draft === null) {
      event.preventDefault();
      void panel.undo();
    }
  }

  const why = failure === null ? null : failureText(words, failure);
  const form = draft !== null && (
    <DraftForm key={draft.id ?? ''} draft={draft} why={why} onSave={panel.save} onCancel={panel.leaveDraft} />
  );
  return (
    <section
      class="favourites"
      aria-label={words.favourites.title}
      ref={element}
      onKeyDown={onKeyDown}
      onFocusIn={({ target }) => {
        if (target instanceof HTMLElement) focused.current = target;
      }}
    >
      <div class="favourites-head">
        <Button kind="quiet" icon={ChevronLeft} label={words.favourites.back} onPress={panel.close} />
        <h2>{words.favourites.title}</h2>
        <Button
          kind="quiet"
          icon={Plus}
          label={words.favourites.add}
          title={words.favourites.add}
          disabled={draft !== null}
          onPress={panel.draftNew}
        />
      </div>
      {draft !== null && draft.id === null && form}
      {list.length === 0 && draft === null && <Empty onAdd={panel.draftNew} />}
      {list.length > 0 && (
        <ul class="favourites-list" aria-label={words.favourites.list} ref={dragging.list}>
          {list.map((favourite, index) =>
            draft !== null && draft.id === favourite.id ? (
              <li key={favourite.id}>{form}</li>
            ) : (
              <Row
                key={favourite.id}
                favourite={favourite}
                busy={busy}
                drag={dragging.of(index)}
                onMove={(step) => void panel.move(favourite, index + step)}
                onCall={() => void panel.call(favourite)}
                onChange={() => panel.draftChange(favourite)}
                onRemove={() => void panel.remove(favourite)}
              />
            ),
          )}
        </ul>
      )}
      {why !== null && draft === null && (
        <p class="favourites-failure" role="alert">
          {why.what} {why.todo}
        </p>
      )}
      <Told favourites={favourites} panel={panel} />
    </section>
  );
}

/** The last thing that was done, where it can be undone or was not to be seen. */
function Told({ favourites, panel }: Pick<Props, 'favourites' | 'panel'>) {
  const words = useWords();
  const removed = favourites.removed.value;
  const moved = panel.moved.value;
  const undo = useRef<HTMLButtonElement>(null);

  // The row that had the focus is gone. Not on to the next one: its press calls somebody.
  useLayoutEffect(() => {
    if (removed !== null) undo.current?.focus();
  }, [removed]);

  return (
    <div class={removed === null ? 'said-only' : 'favourites-removed'}>
      <p role="status">
        {removed !== null && words.favourites.removed(nameOf(removed.favourite))}
        {removed === null &&
          moved !== null &&
          words.favourites.moved(
            nameOf(moved.favourite),
            words.favourites.place(moved.place, favourites.list.value.length),
          )}
      </p>
      {removed !== null && (
        <Button kind="quiet" elementRef={undo} onPress={() => void panel.undo()}>
          {words.favourites.undo}
        </Button>
      )}
    </div>
  );
}

function Empty({ onAdd }: { readonly onAdd: () => void }) {
  const words = useWords();
  return (
    <div class="favourites-empty">
      <span class="favourites-mark">
        <Icon node={Star} size={26} />
      </span>
      <h3>{words.favourites.emptyTitle}</h3>
      <p>{words.favourites.emptyText}</p>
      <Button class="favourites-begin" onPress={onAdd}>
        {words.favourites.add}
      </Button>
    </div>
  );
}

/** Who it is, in a sentence. */
export function nameOf({ name, display }: Pick<Favourite, 'name' | 'display'>): string {
  return name === '' ? display : name;
}
