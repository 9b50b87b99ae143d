import { Keyboard, PhoneOutgoing, SearchX, TextCursorInput } from 'lucide';
import type { TaughtHotkey } from '../../state/taught-hotkey.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { WithKeys } from '../../ui/with-keys.tsx';

interface EmptyProps {
  readonly hotkey: TaughtHotkey | null;
  readonly onDialPad: () => void;
}

/** Nothing to show is the moment to show how. */
export function Empty({ hotkey, onDialPad }: EmptyProps) {
  const { calls } = useWords();
  return (
    <Nothing icon={PhoneOutgoing} title={calls.emptyTitle}>
      <ul>
        {hotkey !== null && (
          <li>
            <Icon node={TextCursorInput} size={18} />
            <span>
              <WithKeys text={calls.emptyHotkey[hotkey.takes](hotkey.keys)} keys={hotkey.keys} />
            </span>
          </li>
        )}
        <li>
          <Icon node={Keyboard} size={18} />
          <span>{calls.emptyText}</span>
        </li>
      </ul>
      <Button onPress={onDialPad}>{calls.emptyAction}</Button>
    </Nothing>
  );
}

interface NothingFoundProps {
  readonly title: string;
  readonly hint: string;
  readonly working: boolean;
  readonly onShowAll: () => void;
  /** `null`: older calls are not kept, or nobody knows yet how far back these go. */
  readonly onLookBack: (() => void) | null;
}

export function NothingFound({ title, hint, working, onShowAll, onLookBack }: NothingFoundProps) {
  const { calls } = useWords();
  return (
    <Nothing icon={SearchX} title={title}>
      <p class="empty-hint" role="status">
        {working && onLookBack !== null ? calls.lookingBack : hint}
      </p>
      <Button onPress={onShowAll}>{calls.showAll}</Button>
      {onLookBack !== null && (
        <Button waits={working} onPress={onLookBack}>
          {calls.lookBack}
        </Button>
      )}
    </Nothing>
  );
}
