import { ChevronDown } from 'lucide';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { LockMark, Note } from './locked.tsx';
import './select.css';

interface BoxProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: T) => void;
}

interface SelectProps<T extends string> extends BoxProps<T> {
  readonly note?: string | undefined;
  readonly disabled?: boolean;
}

/**
 * The platform's own combo box: its list is drawn by the system, may stand out of a small window, and is known to
 * every screen reader.
 */
export function Select<T extends string>({ label, note, disabled = false, ...box }: SelectProps<T>) {
  const id = useId();
  return (
    <div class="select">
      <label for={id}>
        {label}
        {disabled && <LockMark />}
      </label>
      <span class="row select-frame">
        <select
          id={id}
          class="select-box"
          disabled={disabled}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          {...chosenIn(box)}
        />
        <Icon node={ChevronDown} size={16} />
      </span>
      {note !== undefined && <Note id={`${id}-note`} text={note} locks={disabled} />}
    </div>
  );
}

interface SmallSelectProps<T extends string> extends BoxProps<T> {
  readonly class?: string;
}

/** The same in the size of a small button; its name is said and shown as a hint, not written beside it. */
export function SmallSelect<T extends string>({ label, class: own = '', ...box }: SmallSelectProps<T>) {
  return (
    <span class={`row small-select ${own}`} title={label}>
      <select aria-label={label} {...chosenIn(box)} />
      <Icon node={ChevronDown} size={14} />
    </span>
  );
}

function chosenIn<T extends string>({ value, options, onChange }: Omit<BoxProps<T>, 'label'>) {
  return {
    value,
    onChange(event: Event & { readonly currentTarget: HTMLSelectElement }) {
      const chosen = options.find((option) => option.value === event.currentTarget.value);
      if (chosen !== undefined) onChange(chosen.value);
      // The list shows what is, not what somebody wants to be and is asked about first.
      event.currentTarget.value = value;
    },
    children: options.map((option) => (
      <option key={option.value} value={option.value} lang={option.lang} selected={option.value === value}>
        {option.label}
      </option>
    )),
  };
}
