import { type PhoneKey, phoneKeys } from '../../../app/words/phone-keys.ts';
import { onceOnly } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { useHold } from '../../ui/hold.ts';

const arrows: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -3, ArrowDown: 3 };

interface Props {
  readonly label: string;
  /** A list lies over them. */
  readonly covered: boolean;
  readonly onKey: (key: string) => void;
}

/** What a key's letters are shown as. Nine Thai letters are too many for a key: phones show the first and the last. */
function below({ latin, thai }: PhoneKey, locale: string): string {
  const letters = [...thai];
  const hasConsonants = /^[\u0e01-\u0e2e]/.test(thai);
  return locale.startsWith('th') && hasConsonants ? `${latin} ${letters[0]}-${letters.at(-1)}` : latin;
}

export function Keys({ label, covered, onKey }: Props) {
  const { locale } = useWords();
  // Beside the Tab key: twelve stops are a long way.
  function onKeyDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
    const step = arrows[event.key];
    if (step === undefined) return;
    const all = [...event.currentTarget.querySelectorAll('button')];
    const next = all[all.indexOf(document.activeElement as HTMLButtonElement) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <fieldset class="keys" aria-label={label} inert={covered} onKeyDown={onKeyDown}>
      {phoneKeys.map((letters) => {
        const { key } = letters;
        return key === '0' ? (
          <ZeroKey key={key} onKey={onKey} />
        ) : (
          <button
            key={key}
            type="button"
            class="key"
            onMouseDown={keepFocus}
            onKeyDown={onceOnly}
            onClick={() => onKey(key)}
          >
            <KeyFace main={key} below={below(letters, locale)} />
          </button>
        );
      })}
    </fieldset>
  );
}

function ZeroKey({ onKey }: { readonly onKey: (key: string) => void }) {
  const hold = useHold(
    () => onKey('0'),
    () => onKey('+'),
  );
  return (
    <button type="button" class="key" onMouseDown={keepFocus} {...hold}>
      <KeyFace main="0" below="+" />
    </button>
  );
}

function KeyFace({ main, below }: { readonly main: string; readonly below: string }) {
  return (
    <>
      <span class={/\d/.test(main) ? 'key-main' : 'key-main key-sign'}>{main}</span>
      <span class="key-below aside" aria-hidden="true">
        {below}
      </span>
    </>
  );
}

/** The mouse presses keys; the caret stays in the number, so that Enter calls and Backspace deletes. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
