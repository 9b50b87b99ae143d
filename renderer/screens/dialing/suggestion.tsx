import { Star } from 'lucide';
import type { PersonMatch } from '../../../app/contract/people.ts';
import { whenIn } from '../../../app/words/dates.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import type { TaughtHotkey } from '../../state/taught-hotkey.ts';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { tellWhole } from '../../ui/cut-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { WithKeys } from '../../ui/with-keys.tsx';
import { keyOf } from './choosing.ts';
import { keepFocus } from './keys.tsx';
import type { DialPadState } from './state.ts';
import './suggestion.css';

interface Props {
  readonly state: DialPadState;
  /** That is taught where nothing is typed; `null`: there is no room, or none that works. */
  readonly hotkey: TaughtHotkey | null;
  readonly hidden: boolean;
}

/** One line under the number, always as high: the keys must not move under the finger. */
export function Suggestion(props: Props) {
  return (
    <div class="suggestion">
      <Line {...props} />
    </div>
  );
}

function Line({ state, hotkey, hidden }: Props) {
  const words = useWords();
  const [match, ...more] = state.matches.value;
  const whose = new Set(state.whose.value.map(({ name }) => name));
  if (state.nothingFound.value) {
    return (
      <p class="aside" role="alert">
        {words.dial.nothingFound}
      </p>
    );
  }
  const { choosing } = state;
  if (choosing.lost.value !== null && !choosing.shown.value && !state.isName.value) {
    return (
      <p class="aside" role="alert">
        {words.dial.nobodyChosen}
      </p>
    );
  }
  if (hidden) return null;
  if (state.extension.value !== null) {
    return (
      <p class="aside" role="note">
        {words.dial.ask.extensionStays(state.extension.value)}
      </p>
    );
  }
  if (state.isName.value) {
    if (state.choosing.shown.value || !state.nobody.value) return null;
    const { notAsked, nobody } = words.dial;
    return (
      <p class="aside cut">{state.isPartial.value ? notAsked : nobody(state.field.value.shown.trim())}</p>
    );
  }
  if (match !== undefined) {
    return (
      <>
        <button
          key={keyOf(match)}
          type="button"
          class="row match"
          onMouseDown={keepFocus}
          onClick={() => state.pick({ kind: 'person', key: keyOf(match), person: match })}
        >
          <KnownNumber known={match} words={words} />
        </button>
        {more.length > 0 && (
          <button
            type="button"
            class="row match match-more figures"
            aria-label={words.dial.moreMatches(more.length)}
            title={words.dial.moreMatches(more.length)}
            onMouseDown={keepFocus}
            onClick={() => state.choosing.open()}
          >
            +{more.length}
          </button>
        )}
      </>
    );
  }
  if (whose.size > 0) {
    return (
      <p class="whose cut" onPointerEnter={tellWhole}>
        {[...whose].join(' / ')}
      </p>
    );
  }
  if (state.typed.value !== '') return null;
  return hotkey && <HotkeyHint hotkey={hotkey} />;
}

function HotkeyHint({ hotkey }: { readonly hotkey: TaughtHotkey }) {
  const { hotkeyHint } = useWords().dial;
  return (
    <p class="aside hotkey-hint">
      <WithKeys text={hotkeyHint[hotkey.takes](hotkey.keys)} keys={hotkey.keys} />
    </p>
  );
}

export function KnownNumber({ known, words }: { readonly known: PersonMatch; readonly words: PageWords }) {
  const zone = usePbxZone();
  const { name, display, source, at } = known;
  const aside =
    name !== '' ? display : at === null ? '' : words.dial.lastCalled(whenIn(words, at, Date.now(), zone));
  return (
    <>
      {source === 'favourite' && <Icon node={Star} size={14} />}
      <span class={`match-main figures ${name === '' ? 'whole' : 'cut'}`} onPointerEnter={tellWhole}>
        {name === '' ? display : name}
      </span>
      {aside !== '' && (
        // A long name gives way before a number does.
        <span class={`match-when figures aside ${name === '' ? 'cut' : 'whole'}`}>{aside}</span>
      )}
    </>
  );
}
