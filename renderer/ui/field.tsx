import { Eye, EyeOff } from 'lucide';
import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import { IconButton } from './button.tsx';
import { LockMark, Note } from './locked.tsx';
import { RoomLeft, useRoom } from './room.tsx';
import './field.css';

interface Props {
  readonly label: string;
  readonly name: string;
  /** Hidden while it is typed, unless the person wants to see it. */
  readonly secret?: { readonly label: string; readonly shown: boolean; onShow(shown: boolean): void };
  /** Said beside the label, small: that it may stay empty, say. */
  readonly aside?: string;
  readonly note?: string | undefined;
  readonly disabled?: boolean;
  /** What goes in is longer than a name: it has the whole width, under its label. */
  readonly long?: boolean;
  readonly example?: string;
  /** Letters. What is pasted and too long is not taken, and said; nothing is cut. */
  readonly longest: number;
  /** The id of a list of what may be meant. */
  readonly list?: string;
  readonly invalid?: boolean;
  /** The id of a text elsewhere that is about it, too. */
  readonly describedBy?: string;
  readonly inputMode?: 'text' | 'url' | 'tel';
  /** Where the browser keeps the text itself, as with every secret: nothing is passed in. */
  readonly value?: string;
  /** At each character; `onChange` comes when the field is left. */
  readonly onInput?: (value: string) => void;
  readonly onChange?: (value: string) => void;
  readonly elementRef?: Ref<HTMLInputElement>;
}

export function Field(props: Props) {
  const id = useId();
  const { secret, onInput, onChange } = props;
  // What is typed stands until the field is left, whatever is drawn meanwhile; and where it is refused, until it is mended.
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(true);
  const standing = left && props.invalid !== true ? null : typed;
  const described = [
    props.describedBy,
    props.note !== undefined ? `${id}-note` : props.aside !== undefined ? `${id}-aside` : undefined,
  ].filter((one) => one !== undefined);
  const room = useRoom(props.value ?? '', props.longest);
  const isKept = props.value !== undefined;
  if (props.value !== undefined) room.hold(standing ?? props.value);
  const take = (event: Event & { currentTarget: HTMLInputElement }, isComposing: boolean): string =>
    isComposing || !isKept ? event.currentTarget.value : room.take(event.currentTarget);
  const write = (value: string) => {
    if (onChange) {
      setTyped(value);
      setLeft(false);
    }
    onInput?.(value);
  };
  const common = {
    id,
    class: 'field-input',
    name: props.name,
    inputMode: props.inputMode ?? 'text',
    // What cannot be filled in would look filled in.
    placeholder: props.disabled === true ? undefined : props.example,
    list: props.list,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    disabled: props.disabled ?? false,
    'aria-invalid': props.invalid === true || room.tooMany !== null ? ('true' as const) : undefined,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    ...(props.value === undefined ? {} : { value: standing ?? props.value }),
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) =>
      write(take(event, event.isComposing)),
    onCompositionEnd: (event: Event & { currentTarget: HTMLInputElement }) => write(take(event, false)),
    ...(!isKept && {
      onBeforeInput: (event: InputEvent & { currentTarget: HTMLInputElement }) =>
        room.admit(event, event.currentTarget),
    }),
    ...(onChange && {
      onFocus: () => {
        setTyped(standing);
        setLeft(false);
      },
      onChange: (event: Event & { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
      onBlur: () => setLeft(true),
    }),
    ref: props.elementRef ?? null,
  } as const;
  return (
    <div class={props.long === true ? 'field field-long' : 'field'}>
      <div class="field-head">
        <label class="field-label" for={id}>
          {props.label}
          {props.disabled === true && <LockMark />}
        </label>
        {props.aside !== undefined && (
          <span class="aside" id={`${id}-aside`}>
            {props.aside}
          </span>
        )}
      </div>
      {secret === undefined ? (
        <input type="text" {...common} />
      ) : (
        <span class="field-secret">
          {secret.shown ? <input type="text" {...common} /> : <input type="password" {...common} />}
          <IconButton
            small
            icon={secret.shown ? EyeOff : Eye}
            label={secret.label}
            pressed={secret.shown}
            onPress={() => secret.onShow(!secret.shown)}
          />
        </span>
      )}
      {room.tooMany !== null && (
        <RoomLeft length={0} longest={Number.POSITIVE_INFINITY} tooMany={room.tooMany} />
      )}
      {props.note !== undefined && (
        <Note id={`${id}-note`} text={props.note} locks={props.disabled === true} />
      )}
    </div>
  );
}
