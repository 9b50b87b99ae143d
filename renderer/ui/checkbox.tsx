import { useId } from 'preact/hooks';
import { Prose } from './prose.tsx';
import './checkbox.css';

interface Props {
  readonly label: string;
  readonly note: string;
  readonly disabled?: boolean;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Checkbox({ label, note, disabled = false, on, onChange }: Props) {
  const id = useId();
  return (
    <div class="checkbox">
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={disabled}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>
        <Prose text={label} />
      </label>
      <p class="note aside" id={`${id}-note`}>
        <Prose text={note} />
      </p>
    </div>
  );
}
