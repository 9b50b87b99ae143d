import { ChevronDown } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Favourite } from '../../../app/contract.ts';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { keepFocus } from './keys.tsx';
import { MatchText } from './match-list.tsx';
import type { DialPadState } from './state.ts';
import './suggestion.css';

interface Props {
  readonly state: DialPadState;
  readonly favourites: readonly Favourite[];
  readonly busy: boolean;
  readonly hidden: boolean;
  readonly onCall: (favourite: Favourite) => void;
  /** Lies over the line and what is below it. */
  readonly children: ComponentChildren;
}

/** One line under the number, always as high: the keys must not move under the finger. */
export function Suggestion(props: Props) {
  return (
    <div class="suggestion">
      <Line {...props} />
      {props.children}
    </div>
  );
}

function Line({ state, favourites, busy, hidden, onCall }: Props) {
  const words = useWords();
  const typed = state.typed.value;
  const [match, ...others] = state.matches.value;
  const whose = state.whose.value;
  if (state.nothingFound.value) return <p role="alert">{words.dial.nothingFound}</p>;
  if (hidden) return null;
  if (state.extension.value !== null) {
    return <p role="note">{words.dial.ask.extensionStays(state.extension.value)}</p>;
  }
  if (match !== undefined) {
    return (
      <div class="match-line">
        <button type="button" class="match" onMouseDown={keepFocus} onClick={() => state.fill(match.number)}>
          <MatchText match={match} />
        </button>
        {others.length > 0 && (
          <button
            type="button"
            class="match-more"
            title={words.matches.moreHint}
            aria-haspopup="listbox"
            aria-expanded={state.listed.value}
            onClick={state.listMatches}
          >
            {words.matches.more(others.length)}
            <Icon node={ChevronDown} size={14} />
          </button>
        )}
      </div>
    );
  }
  if (whose !== null) return <p class="whose">{whose.name}</p>;
  if (typed !== '') return null;
  if (favourites.length > 0) return <Chips favourites={favourites} busy={busy} onCall={onCall} />;
  const last = state.last.value;
  return last === null ? null : <p class="figures">{words.dial.emptyHint(last.display)}</p>;
}

/** As many as are worth scrolling sideways for; all are behind the star. */
const mostChips = 8;

function Chips({ favourites, busy, onCall }: Pick<Props, 'favourites' | 'busy' | 'onCall'>) {
  const words = useWords();
  return (
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
              class="chip figures"
              title={words.favourites.call(name === '' ? display : `${name}, ${display}`)}
              disabled={busy}
              onMouseDown={keepFocus}
              onClick={() => onCall(favourite)}
            >
              {name === '' ? display : name}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
