import { ChevronDown } from 'lucide';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';
import './select.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly note?: string | undefined;
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
}

/**
 * The platform's own combo box: its list is drawn by the system, may stand out of a small window, and is known to
 * every screen reader.
 */
export function Select<T extends string>({
  label,
  value,
  options,
  note,
  disabled = false,
  onChange,
}: Props<T>) {
  const id = useId();
  return (
    <div class="select">
      <label class="select-label" for={id}>
        {label}
      </label>
      <span class="select-frame">
        <select
          id={id}
          class="select-box"
          value={value}
          disabled={disabled}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option
              key={option.value}
              value={option.value}
              lang={option.lang}
              selected={option.value === value}
            >
              {option.label}
            </option>
          ))}
        </select>
        <Icon node={ChevronDown} size={16} />
      </span>
      {note !== undefined && (
        <p class="note aside" id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}
