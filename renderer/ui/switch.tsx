import { useId } from 'preact/hooks';
import { LockMark, Note } from './locked.tsx';
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
      <label for={id}>
        {label}
        {disabled && <LockMark />}
      </label>
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
      {note !== undefined && <Note id={`${id}-note`} text={note} locks={disabled} />}
    </div>
  );
}
