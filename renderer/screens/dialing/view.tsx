import { Delete, Phone, RotateCw } from 'lucide';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { LastAttempt } from '../../../app/contract/dialing.ts';
import type { Favourite } from '../../../app/contract/favourites.ts';
import { called } from '../../../app/words/called.ts';
import { calledSo, type Dialling } from '../../state/dialing.ts';
import type { TaughtHotkey } from '../../state/taught-hotkey.ts';
import { onceOnly } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { useHold } from '../../ui/hold.ts';
import { Icon } from '../../ui/icon.tsx';
import { useMedia } from '../../ui/media.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { Choices } from './choices.tsx';
import { GettingStartedCard, isCardShown } from './getting-started.tsx';
import type { GettingStarted } from './getting-started-state.ts';
import { listenEverywhere } from './keyboard.ts';
import { Keys, keepFocus } from './keys.tsx';
import { MatchList, optionId } from './match-list.tsx';
import { NumberBox } from './number-box.tsx';
import type { Field } from './number-field.ts';
import { OutcomeView } from './outcome.tsx';
import { Shelf } from './shelf.tsx';
import type { DialPadState } from './state.ts';
import { Suggestion } from './suggestion.tsx';
import './view.css';
import './low-window.css';

interface Props {
  readonly state: DialPadState;
  readonly dialling: Dialling;
  readonly favourites: readonly Favourite[];
  readonly phone: string;
  readonly shown: boolean;
  /** Goes up whenever the number is to have the focus. */
  readonly focusAsked: number;
  readonly onFavourites: () => void;
  readonly gettingStarted: GettingStarted;
  /** `null`: none that works. */
  readonly hotkey: TaughtHotkey | null;
}

export function DialPadView(props: Props) {
  const { state, dialling, favourites, phone, shown, focusAsked, onFavourites } = props;
  const words = useWords();
  const box = useRef<HTMLInputElement>(null);
  const outcome = dialling.outcome.value;
  const busy = dialling.busy.value;
  const last = state.last.value;
  const id = useId();
  const listShown = state.choosing.shown.value;
  const chosen = state.choosing.at.value;
  const inPlace = outcome !== null && outcome.kind !== 'calling';
  const isFree = outcome === null && state.field.value.shown.trim() === '';
  // There the favourites stand under the number: as they are seen, so Tab comes to them.
  const isLow = useMedia('(max-height: 540px)');
  const { gettingStarted } = props;
  const isStarting = isFree && shown && isCardShown(gettingStarted);

  const here = (): Field => {
    const input = box.current;
    if (input === null) return state.field.peek();
    const length = input.value.length;
    return {
      shown: input.value,
      start: input.selectionStart ?? length,
      end: input.selectionEnd ?? length,
    };
  };
  const toNumber = () => box.current?.focus();
  const remove = useHold(
    () => state.remove(here()),
    () => state.clear(),
  );

  // Before anything else happens, not after the next frame: a quick typist's first digits would go nowhere.
  useLayoutEffect(() => {
    if (shown) toNumber();
  }, [shown, focusAsked]);

  useLayoutEffect(() => (shown ? listenEverywhere(box, state, here, onFavourites) : undefined), [shown]);

  // The call is placed: what is typed next is another number, and takes this one's place.
  useLayoutEffect(() => {
    if (outcome?.kind === 'placed') box.current?.setSelectionRange(0, box.current.value.length);
  }, [outcome?.kind]);

  function call(): void {
    // Call is off while it works, and a button that goes off loses the focus.
    toNumber();
    void state.call();
  }

  const shelf = (
    <Shelf
      favourites={favourites}
      busy={busy}
      isTaken={!isFree}
      isCovered={isStarting}
      isLow={isLow}
      onCall={({ number, name }) => {
        toNumber();
        void dialling.call({ number, ...calledSo(name), from: 'favourite' });
      }}
      onOpen={onFavourites}
    />
  );

  return (
    <div class="pane dial-pad">
      <h2 class="said-only">{words.tabs.dialPad}</h2>
      {isStarting && <GettingStartedCard state={gettingStarted} />}
      {(!isLow || isStarting) && shelf}
      <div class={inPlace ? 'readout readout-covered' : 'readout'}>
        <NumberBox
          state={state}
          boxRef={box}
          list={{
            id: listShown ? id : undefined,
            chosen: listShown && chosen >= 0 ? optionId(id, chosen) : undefined,
          }}
          covered={inPlace}
        />
        {isFree && last !== null ? <RedialHint last={last} /> : <p class="readout-hint" />}
        <OutcomeView outcome={outcome} phone={phone} />
      </div>
      {isLow && !isStarting && shelf}
      <Suggestion state={state} hotkey={isStarting ? null : props.hotkey} hidden={outcome !== null} />
      {state.choices.value.length > 0 && (
        <Choices
          title={words.dial.numbersFound}
          options={state.choices.value.map(({ number, display, extension }) => ({
            key: `${number} ${extension ?? ''}`,
            content: (
              <>
                {display}
                {extension !== null && <span class="aside">{words.dial.extension(extension)}</span>}
              </>
            ),
          }))}
          from={state.choices.value.findIndex(
            ({ number, extension }) => number === state.typed.value && extension === state.extension.value,
          )}
          onTake={(index) => {
            const found = state.choices.peek()[index];
            if (found) state.choose(found);
            toNumber();
          }}
          onClose={() => {
            state.closeChoices();
            toNumber();
          }}
        />
      )}
      {listShown && (
        <MatchList
          id={id}
          choosing={state.choosing}
          onPick={(option) => {
            toNumber();
            state.pick(option);
          }}
        />
      )}
      <p class="said-only" role="status">
        {state.isName.value && listShown && words.dial.matchCount(state.choosing.options.value.length)}
      </p>
      <Keys label={words.dial.keys} covered={listShown} onKey={(key) => state.press(key, here())} />
      <div class="dial-actions">
        <button
          type="button"
          class="side-key"
          title={last === null ? undefined : words.dial.redialHint(called(last, words))}
          disabled={busy || last === null}
          onKeyDown={onceOnly}
          onClick={() => {
            toNumber();
            void state.redial();
          }}
        >
          <Icon node={RotateCw} size={20} />
          <span class="side-key-word aside">{words.dial.redial}</span>
        </button>
        <button
          type="button"
          class="call"
          disabled={busy}
          onMouseDown={keepFocus}
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          onClick={call}
        >
          {busy ? <Spinner /> : <Icon node={Phone} />}
          {words.dial.call}
        </button>
        <button
          type="button"
          class="side-key"
          title={words.dial.removeHint}
          onMouseDown={keepFocus}
          {...remove}
        >
          <Icon node={Delete} size={22} />
          <span class="side-key-word aside">{words.dial.remove}</span>
        </button>
      </div>
    </div>
  );
}

/** What Call does on an empty number. A long name gives way before the number does. */
function RedialHint({ last }: { readonly last: LastAttempt }) {
  const words = useWords();
  const number = called({ ...last, name: '' }, words);
  return (
    <p class="readout-hint figures aside">
      <span class="cut">{words.dial.emptyHint(last.name || number)}</span>{' '}
      {last.name && <span class="whole">· {number}</span>}
    </p>
  );
}
