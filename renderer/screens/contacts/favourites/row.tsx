import { ChevronDown, ChevronUp, GripVertical, Pencil, Trash2 } from 'lucide';
import type { Favourite } from '../../../../app/contract/favourites.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/context.ts';
import { tellWhole } from '../../../ui/cut-text.ts';
import { Icon } from '../../../ui/icon.tsx';
import { numberHere } from '../../../ui/number-here.ts';
import type { Dragged } from './dragging.ts';

interface Props {
  readonly favourite: Favourite;
  readonly busy: boolean;
  readonly drag: Dragged;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onCall: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

export function FavouriteRow(props: Props) {
  const { favourites, calls } = useWords();
  const { name, display } = props.favourite;
  const called = name === '' ? display : name;
  return (
    <div
      {...numberHere({ ...props.favourite, from: 'favourite' })}
      class={props.drag.lifted ? 'row favourite favourite-lifted' : 'row favourite'}
      style={props.drag.shift === 0 ? {} : { transform: `translateY(${props.drag.shift}px)` }}
    >
      {/* For the mouse alone: the two arrows do the same by keyboard and for screen readers. */}
      <button type="button" class="favourite-grip" tabIndex={-1} aria-hidden="true" {...props.drag.grip}>
        <Icon node={GripVertical} size={16} />
      </button>
      <button
        type="button"
        class="row favourite-call"
        aria-label={calls.call(name === '' ? display : `${name} ${display}`)}
        disabled={props.busy}
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        onClick={props.onCall}
      >
        <span class="favourite-text" title={called}>
          <span class="favourite-name figures cut" onPointerEnter={tellWhole}>
            {called}
          </span>{' '}
          {name !== '' && <span class="figures aside cut">{display}</span>}
        </span>
      </button>
      <span class="row favourite-actions">
        <Button
          kind="quiet"
          icon={ChevronUp}
          class="favourite-move"
          label={favourites.up(called)}
          disabled={props.isFirst}
          onPress={() => props.onMove(-1)}
        />
        <Button
          kind="quiet"
          icon={ChevronDown}
          class="favourite-move"
          label={favourites.down(called)}
          disabled={props.isLast}
          onPress={() => props.onMove(1)}
        />
        <Button kind="quiet" icon={Pencil} label={favourites.edit(called)} onPress={props.onEdit} />
        <Button kind="quiet" icon={Trash2} label={favourites.remove(called)} onPress={props.onRemove} />
      </span>
    </div>
  );
}
