import { Keyboard, PhoneOutgoing, SearchX, TextCursorInput } from 'lucide';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';

interface EmptyProps {
  /** Electron's accelerator; empty where there is no hotkey. */
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
            <span>{words.calls.emptyHotkey(keysOf(hotkey))}</span>
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

/** `CommandOrControl+Alt+D` as the keys are called on this keyboard. */
function keysOf(accelerator: string): string {
  const isMac = navigator.userAgent.includes('Mac OS X');
  const names: Readonly<Record<string, string>> = {
    CommandOrControl: isMac ? 'Cmd' : 'Ctrl',
    CmdOrCtrl: isMac ? 'Cmd' : 'Ctrl',
    Control: 'Ctrl',
    Command: 'Cmd',
  };
  return accelerator
    .split('+')
    .map((key) => names[key] ?? key)
    .join('+');
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
