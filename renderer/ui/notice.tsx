import { Info, X } from 'lucide';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Prose } from './prose.tsx';
import './notice.css';

interface Props {
  readonly text: string;
  readonly dismiss?: string;
  readonly onDismiss?: () => void;
}

/** Something to know, nothing to do. */
export function Notice({ text, dismiss, onDismiss }: Props) {
  return (
    <div class="notice aside">
      <Icon node={Info} size={16} />
      <p>
        <Prose text={text} />
      </p>
      {onDismiss && <Button kind="quiet" icon={X} label={dismiss ?? ''} onPress={onDismiss} />}
    </div>
  );
}
