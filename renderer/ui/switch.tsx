import { useId } from 'preact/hooks';
import './switch.css';

interface Props {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, on, onChange }: Props) {
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
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
