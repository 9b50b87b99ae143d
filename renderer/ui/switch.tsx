import { useId } from 'preact/hooks';
import { Prose } from './prose.tsx';
import './switch.css';

interface Props {
  readonly label: string;
  readonly note?: string | undefined;
  readonly disabled?: boolean;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, note, disabled = false, on, onChange }: Props) {
  const id = useId();
  return (
    <div class="row switch">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="switch-box"
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {note !== undefined && (
        <p class="note aside" id={`${id}-note`}>
          <Prose text={note} />
        </p>
      )}
    </div>
  );
}
