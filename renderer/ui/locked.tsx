import { Lock } from 'lucide';
import { Icon } from './icon.tsx';
import { Prose } from './prose.tsx';
import './locked.css';

/** Behind the name of a control that IT locked. */
export function LockMark() {
  return (
    <span class="lock-mark">
      <Icon node={Lock} size={12} />
    </span>
  );
}

interface NoteProps {
  /** By which the control names it. */
  readonly id?: string;
  readonly text: string;
  /** It says who locked the control. */
  readonly locks: boolean;
}

/** Under a control. */
export function Note({ id, text, locks }: NoteProps) {
  return (
    <p class={locks ? 'note aside lock-note' : 'note aside'} id={id}>
      <Prose text={text} />
    </p>
  );
}
