import { ChevronDown } from 'lucide';
import { Icon } from '../../ui/icon.tsx';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly class?: string;
}

/** The platform's combo box in the size of a small button; its name is said and shown as a hint, not written beside it. */
export function SmallSelect<T extends string>({
  label,
  value,
  options,
  onChange,
  class: own = '',
}: Props<T>) {
  return (
    <span class={`small-select ${own}`} title={label}>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon node={ChevronDown} size={14} />
    </span>
  );
}
