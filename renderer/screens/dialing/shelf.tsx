import { Star } from 'lucide';
import type { Favourite } from '../../../app/contract/favourites.ts';
import { Button, onceOnly } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { numberHere } from '../../ui/number-here.ts';
import { keepFocus } from './keys.tsx';
import './shelf.css';

interface Props {
  readonly favourites: readonly Favourite[];
  readonly busy: boolean;
  /** Something is typed, or was said of a call: there is no room to call somebody else by mistake. */
  readonly isTaken: boolean;
  /** A card lies beside the star. */
  readonly isCovered: boolean;
  /** In a low window the star stands beside the number, and the chips under both. */
  readonly isLow: boolean;
  readonly onCall: (favourite: Favourite) => void;
  readonly onOpen: () => void;
}

/** As many as are worth scrolling sideways for; all are behind the star. */
const mostChips = 8;

/** The top of the pad: favourites at one press, and the star behind which they are kept in order. */
export function Shelf({ favourites, busy, isTaken, isCovered, isLow, onCall, onOpen }: Props) {
  const words = useWords();
  const isBare = isCovered || isTaken || favourites.length > 0;
  const star = (
    <Button
      kind="quiet"
      class={isBare ? 'to-favourites square' : 'to-favourites'}
      icon={Star}
      label={words.favourites.title}
      onPress={onOpen}
    >
      {!isBare && <span class="to-favourites-word">{words.favourites.title}</span>}
    </Button>
  );
  return (
    <div class="row shelf">
      {isLow && star}
      {!isTaken && !isCovered && favourites.length > 0 && (
        <ul
          class="chips"
          aria-label={words.favourites.title}
          onWheel={(event) => {
            event.currentTarget.scrollLeft += event.deltaX === 0 ? event.deltaY : 0;
          }}
        >
          {favourites.slice(0, mostChips).map((favourite) => {
            const { id, name, display } = favourite;
            return (
              <li key={id}>
                <button
                  type="button"
                  class="chip figures cut"
                  {...numberHere({ ...favourite, from: 'favourite' })}
                  title={words.calls.call(name === '' ? display : `${name}, ${display}`)}
                  disabled={busy}
                  onMouseDown={keepFocus}
                  onKeyDown={onceOnly}
                  onClick={() => onCall(favourite)}
                >
                  {name === '' ? display : name}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {!isLow && star}
    </div>
  );
}
