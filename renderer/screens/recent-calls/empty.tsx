import { Keyboard, PhoneOutgoing, SearchX, TextCursorInput } from 'lucide';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';

interface EmptyProps {
  /** As the person presses them; empty where there is no hotkey. */
  readonly hotkey: string;
  readonly onDialPad: () => void;
}

/** Nothing to show is the moment to show how. */
export function Empty({ hotkey, onDialPad }: EmptyProps) {
  const words = useWords();
  return (
    <div class="empty">
      <span class="empty-mark">
        <Icon node={PhoneOutgoing} size={26} />
      </span>
      <h3>{words.calls.emptyTitle}</h3>
      <ul>
        {hotkey !== '' && (
          <li>
            <Icon node={TextCursorInput} size={18} />
            <span>{words.calls.emptyHotkey(hotkey)}</span>
          </li>
        )}
        <li>
          <Icon node={Keyboard} size={18} />
          <span>{words.calls.emptyText}</span>
        </li>
      </ul>
      <Button onPress={onDialPad}>{words.calls.emptyAction}</Button>
    </div>
  );
}

interface NothingFoundProps {
  readonly title: string;
  readonly hint: string;
  readonly onShowAll: () => void;
}

export function NothingFound({ title, hint, onShowAll }: NothingFoundProps) {
  const words = useWords();
  return (
    <div class="empty">
      <span class="empty-mark">
        <Icon node={SearchX} size={26} />
      </span>
      <h3>{title}</h3>
      {hint !== '' && <p class="empty-hint">{hint}</p>}
      <Button onPress={onShowAll}>{words.calls.showAll}</Button>
    </div>
  );
}
