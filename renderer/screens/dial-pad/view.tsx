import { Delete, Phone, RotateCcw } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Dialling } from '../../state/dialling.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useHold } from '../../ui/hold.ts';
import { Icon } from '../../ui/icon.tsx';
import { Choices } from './choices.tsx';
import { Keys, keepFocus } from './keys.tsx';
import {
  caretForDeleting,
  caretForDeletingForward,
  digitMeant,
  emptyField,
  type Field,
  longest,
} from './number-field.ts';
import { OutcomeView } from './outcome.tsx';
import type { DialPadState } from './state.ts';
import './view.css';

interface Props {
  readonly state: DialPadState;
  readonly dialling: Dialling;
  /** The phone that rings first, as the person knows it. */
  readonly phone: string;
  /** In front: keys pressed anywhere on the screen are meant for the number. */
  readonly active: boolean;
}

export function DialPadView({ state, dialling, phone, active }: Props) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const field = state.field.value;
  const outcome = dialling.outcome.value;
  const busy = dialling.busy.value;
  const last = state.last.value;

  // The caret goes where the number's own characters put it, after the groups around it have moved.
  useLayoutEffect(() => {
    const box = input.current;
    if (box && document.activeElement === box) box.setSelectionRange(field.start, field.end);
  }, [field]);

  const here = (): Field => {
    const box = input.current;
    if (!box || document.activeElement !== box)
      return { ...field, start: field.shown.length, end: field.shown.length };
    return {
      shown: box.value,
      start: box.selectionStart ?? box.value.length,
      end: box.selectionEnd ?? box.value.length,
    };
  };

  useLayoutEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]')) return;
      const meant = digitMeant(event) ?? (/^[\d*#+]$/.test(event.key) ? event.key : null);
      const atInput = event.target === input.current;
      if (meant !== null && (!atInput || meant !== event.key)) {
        event.preventDefault();
        state.press(meant, here());
        input.current?.focus();
      } else if (event.key === 'Backspace' && !atInput) {
        event.preventDefault();
        state.remove(here());
        input.current?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  function onInputKey(event: KeyboardEvent): void {
    const box = input.current;
    if (!box) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      // Enter held down repeats itself; a call is asked for once.
      if (!event.repeat) void state.call();
    } else if (event.key === 'Backspace' && box.selectionStart === box.selectionEnd && !event.ctrlKey) {
      const caret = caretForDeleting(here());
      box.setSelectionRange(caret, caret);
    } else if (event.key === 'Delete' && box.selectionStart === box.selectionEnd) {
      const caret = caretForDeletingForward(here());
      box.setSelectionRange(caret, caret);
    }
  }

  const removing = useHold(
    () => state.remove(here()),
    () => state.clear(),
  );
  const match = state.match.value;
  const question = dialling.question.value;
  const said = outcome !== null;

  return (
    <div class="dial">
      <div class={said ? 'dial-display dial-said' : 'dial-display'}>
        <p class="dial-phone">{words.dial.yourPhone(phone)}</p>
        <div class="dial-line">
          <input
            ref={input}
            class="dial-number figures"
            type="text"
            inputMode="tel"
            aria-label={words.dial.number}
            autocomplete="off"
            spellcheck={false}
            maxLength={longest}
            value={field.shown}
            onInput={() => state.edit(here())}
            onKeyDown={onInputKey}
            onPaste={(event) => {
              event.preventDefault();
              void state.paste(event.clipboardData?.getData('text/plain') ?? '', here());
            }}
          />
          <button
            type="button"
            class="dial-delete"
            aria-label={words.dial.remove}
            title={words.dial.removeHint}
            disabled={field.shown === emptyField.shown}
            onMouseDown={keepFocus}
            {...removing}
          >
            <Icon node={Delete} />
          </button>
        </div>
        <div class="dial-under">
          <OutcomeView outcome={outcome} phone={phone} />
          {!said && state.nothingFound.value && <p class="dial-hint">{words.dial.nothingFound}</p>}
          {!said && match !== null && (
            <button type="button" class="dial-match figures" onClick={() => state.fill(match.number)}>
              {match.display}
            </button>
          )}
          {!said && field.shown === '' && last !== null && (
            <p class="dial-hint figures">{words.dial.emptyHint(last.display)}</p>
          )}
        </div>
        {state.choices.value.length > 1 && (
          <Choices
            label={words.dial.numbersFound}
            numbers={state.choices.value}
            current={state.typed.value}
            onChoose={(number) => {
              state.choose(number);
              input.current?.focus();
            }}
            onClose={() => {
              state.closeChoices();
              input.current?.focus();
            }}
          />
        )}
      </div>
      <Keys label={words.dial.keys} onKey={(key) => state.press(key, here())} />
      <div class="dial-go">
        <button
          type="button"
          class="dial-redial"
          aria-label={words.dial.redial}
          title={last === null ? undefined : words.dial.redialHint(last.display)}
          disabled={last === null || busy}
          onClick={() => void state.redial()}
        >
          <Icon node={RotateCcw} />
        </button>
        <button
          type="button"
          class="dial-call"
          disabled={busy}
          onMouseDown={keepFocus}
          onClick={() => void state.call()}
        >
          <Icon node={Phone} />
          {words.dial.call}
        </button>
      </div>
      {question !== null && (
        <Dialog
          title={words.dial.ask.title}
          role="alertdialog"
          onCancel={() => void dialling.cancel()}
          actions={
            <>
              <Button onPress={() => void dialling.cancel()}>{words.dial.ask.cancel}</Button>
              <span data-first>
                <Button kind="primary" disabled={busy} onPress={() => void dialling.confirm()}>
                  {words.dial.ask.call}
                </Button>
              </span>
            </>
          }
        >
          <p class="ask-number figures">{question.display}</p>
          <p>{question.reason === 'again' ? words.dial.ask.again : words.dial.ask.againUnknown}</p>
        </Dialog>
      )}
    </div>
  );
}
