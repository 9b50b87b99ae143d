import { Star } from 'lucide';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { whenIn } from '../../words/dates.ts';
import type { Words } from '../../words/index.ts';
import { keepFocus } from './keys.tsx';
import type { Known } from './matches.ts';
import type { DialPadState } from './state.ts';

/** One line under the number, always as high: the keys must not move under the finger. */
export function Suggestion({ state, hidden }: { readonly state: DialPadState; readonly hidden: boolean }) {
  const words = useWords();
  const [match, ...more] = state.matches.value;
  const last = state.last.value;
  if (state.nothingFound.value) {
    return (
      <div class="suggestion">
        <p role="alert">{words.dial.nothingFound}</p>
      </div>
    );
  }
  if (hidden) return <div class="suggestion" />;
  if (state.extension.value !== null) {
    return (
      <div class="suggestion">
        <p role="note">{words.dial.ask.extensionStays(state.extension.value)}</p>
      </div>
    );
  }
  if (match !== undefined) {
    return (
      <div class="suggestion suggestion-match">
        <button type="button" class="match" onMouseDown={keepFocus} onClick={() => state.fill(match.number)}>
          <KnownNumber known={match} words={words} />
        </button>
        {more.length > 0 && (
          <button
            type="button"
            class="match match-more figures"
            aria-label={words.dial.moreMatches(more.length)}
            title={words.dial.moreMatches(more.length)}
            onMouseDown={keepFocus}
            onClick={() => state.showMatches()}
          >
            +{more.length}
          </button>
        )}
      </div>
    );
  }
  const whose = state.whose.value;
  if (whose !== null) {
    return (
      <div class="suggestion">
        <p class="whose">{whose.name}</p>
      </div>
    );
  }
  return (
    <div class="suggestion">
      {state.typed.value === '' && last !== null && (
        <p class="figures">{words.dial.emptyHint(last.display)}</p>
      )}
    </div>
  );
}

export function KnownNumber({ known, words }: { readonly known: Known; readonly words: Words }) {
  const { name, display, from, at } = known;
  const aside =
    name !== '' ? display : at === null ? '' : words.dial.lastCalled(whenIn(words, at, Date.now()));
  return (
    <>
      {from === 'favourite' && <Icon node={Star} size={14} />}
      <span class="match-main figures">{name === '' ? display : name}</span>
      {aside !== '' && <span class="match-when figures">{aside}</span>}
    </>
  );
}
