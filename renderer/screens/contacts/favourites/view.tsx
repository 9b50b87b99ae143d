import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Favourite } from '../../../../app/contract/favourites.ts';
import type { FavouritesState } from '../../../state/favourites.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/context.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureBox } from '../../../ui/failure-box.tsx';
import { useDragging } from './dragging.ts';
import { FavouriteForm } from './form.tsx';
import { FavouriteRow } from './row.tsx';
import './view.css';

interface Props {
  readonly favourites: FavouritesState;
  /** In the number field: what a person most likely wants to keep. */
  readonly typed: string;
  readonly begin: 'typed' | 'list';
  readonly busy: boolean;
  readonly onCall: (favourite: Favourite) => void;
  readonly onClose: () => void;
}

/** A person's favourites: called at one press, and kept in order here. */
export function FavouritesPanel({ favourites, begin, typed, busy, onCall, onClose }: Props) {
  const words = useWords();
  const list = favourites.list.value;
  const failure = favourites.failure.value;
  const removed = favourites.removed.value;
  /** The one that has the number already. */
  const twin = list.find(({ id }) => id === failure?.favourite);
  /** The id of the one that is being changed; `new` for one that is being added. */
  const [editing, setEditing] = useState<string | null>(begin === 'typed' && typed !== '' ? 'new' : null);

  const dragging = useDragging(list, async (from, to) => {
    const favourite = list[from];
    if (favourite) await favourites.move(favourite.id, to);
  });

  // A row that is put elsewhere in the page loses the focus on the way, and so does an arrow that goes off at the end of the list. Not
  // on to the row itself then: the next press would call somebody.
  const focused = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const before = focused.current;
    if (!before?.isConnected || !(before.matches(':disabled') || document.activeElement === document.body))
      return;
    const other = before.closest('li')?.querySelector<HTMLElement>('.favourite-move:enabled');
    (before.matches(':disabled') ? other : before)?.focus();
  }, [list]);

  // The arrows go from one to the next. To none before the first arrow: Enter on the star, pressed twice, is to call nobody.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (step === undefined || event.target instanceof HTMLInputElement) return;
      const all = [...(dragging.list.current?.querySelectorAll<HTMLElement>('.favourite-call') ?? [])];
      const row = document.activeElement?.closest('li');
      const here = all.findIndex((one) => row?.contains(one));
      event.preventDefault();
      all[Math.max(0, here + step)]?.focus();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const close = () => {
    favourites.forget();
    onClose();
  };

  return (
    <Dialog
      role="dialog"
      title={words.favourites.title}
      class="favourites"
      onCancel={close}
      actions={
        // The form has its own two buttons; four of them would be a riddle.
        editing === 'new' ? null : (
          <>
            <Button onPress={close}>{words.close}</Button>
            <Button kind="primary" onPress={() => setEditing('new')}>
              {words.favourites.add}
            </Button>
          </>
        )
      }
    >
      {failure !== null &&
        (twin === undefined ? (
          <FailureBox role="alert" at="settings" failure={failure} />
        ) : (
          <p class="favourites-twin" role="alert">
            <span>
              {twin.name === ''
                ? words.favourites.existsUnnamed(twin.display)
                : words.favourites.exists(twin.display, twin.name)}
            </span>
            <button
              type="button"
              class="link"
              onClick={() => {
                favourites.forget();
                setEditing(twin.id);
              }}
            >
              {words.favourites.editThat}
            </button>
          </p>
        ))}
      <div role="status" class="favourites-removed">
        {removed !== null && (
          <>
            <span>{words.removed(nameOf(removed.favourite))}</span>
            <button type="button" class="link" onClick={() => void favourites.undo()}>
              {words.undo}
            </button>
          </>
        )}
      </div>
      {list.length === 0 && editing !== 'new' && <p class="favourites-none">{words.favourites.none}</p>}
      <ul
        class={`favourites-list ${editing === 'new' ? 'favourites-list-low' : ''} ${dragging.isCarrying ? 'favourites-carrying' : ''}`}
        aria-label={words.favourites.title}
        ref={dragging.list}
        onFocusIn={({ target }) => {
          if (target instanceof HTMLElement) focused.current = target;
        }}
      >
        {list.map((favourite, index) => (
          <li key={favourite.id}>
            {editing === favourite.id ? (
              <FavouriteForm
                number={favourite.number}
                name={favourite.name}
                onSave={async (number, name) => {
                  if (await favourites.change(favourite.id, number, name)) setEditing(null);
                }}
                onCancel={() => setEditing(null)}
              />
            ) : (
              <FavouriteRow
                favourite={favourite}
                busy={busy}
                drag={dragging.of(index)}
                isFirst={index === 0}
                isLast={index === list.length - 1}
                onCall={() => onCall(favourite)}
                onMove={(by) => void favourites.move(favourite.id, index + by)}
                onEdit={() => setEditing(favourite.id)}
                onRemove={() => void favourites.remove(favourite)}
              />
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' && (
        <FavouriteForm
          number={typed}
          name=""
          onSave={async (number, name) => {
            if (await favourites.add(number, name)) setEditing(null);
          }}
          onCancel={() => setEditing(null)}
        />
      )}
    </Dialog>
  );
}

const nameOf = ({ name, display }: Favourite) => (name === '' ? display : name);
