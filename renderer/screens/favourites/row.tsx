import { GripVertical, Pencil, Trash2 } from 'lucide';
import type { Favourite } from '../../../app/contract.ts';
import { Button, onceOnly } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Dragged } from './dragging.ts';

interface Props {
  readonly favourite: Favourite;
  readonly busy: boolean;
  readonly drag: Dragged;
  /** One place up (-1) or down (1). */
  readonly onMove: (step: number) => void;
  readonly onCall: () => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

export function Row({ favourite, busy, drag, onMove, onCall, onChange, onRemove }: Props) {
  const words = useWords();
  const { name, display } = favourite;
  const who = name === '' ? display : name;

  /** The arrows go from row to row, by themselves on the grip and with Alt anywhere they take the row along. */
  function onKeyDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    if (event.altKey || event.target.closest('.favourite-grip')) onMove(step);
    else {
      const row = event.currentTarget;
      const next = step < 0 ? row.previousElementSibling : row.nextElementSibling;
      next?.querySelector<HTMLElement>('.favourite-call')?.focus();
    }
  }

  return (
    <li
      class={drag.lifted ? 'favourite favourite-lifted' : 'favourite'}
      style={drag.shift === 0 ? {} : { transform: `translateY(${drag.shift}px)` }}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        class="favourite-grip"
        aria-label={words.favourites.move(who)}
        title={words.favourites.moveHint}
        {...drag.grip}
      >
        <Icon node={GripVertical} size={16} />
      </button>
      <button
        type="button"
        class="favourite-call"
        aria-label={words.favourites.call(name === '' ? display : `${name}, ${display}`)}
        disabled={busy}
        onKeyDown={onceOnly}
        onClick={onCall}
      >
        <span class="favourite-name figures">{who}</span>
        {name !== '' && <span class="favourite-number figures">{display}</span>}
      </button>
      <span class="favourite-actions">
        <Button
          kind="quiet"
          icon={Pencil}
          label={words.favourites.change(who)}
          title={words.favourites.change(who)}
          onPress={onChange}
        />
        <Button
          kind="quiet"
          icon={Trash2}
          label={words.favourites.remove(who)}
          title={words.favourites.remove(who)}
          onPress={onRemove}
        />
      </span>
    </li>
  );
}
