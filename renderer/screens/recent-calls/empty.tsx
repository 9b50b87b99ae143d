import { ClipboardPaste, Keyboard, PhoneOutgoing } from 'lucide';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';

/** Nothing to show is the moment to show how. */
export function Empty({ onDialPad }: { readonly onDialPad: () => void }) {
  const words = useWords();
  return (
    <div class="empty">
      <span class="empty-mark">
        <Icon node={PhoneOutgoing} size={26} />
      </span>
      <h3>{words.calls.emptyTitle}</h3>
      <ul>
        <li>
          <Icon node={Keyboard} size={18} />
          <span>{words.calls.emptyText}</span>
        </li>
        <li>
          <Icon node={ClipboardPaste} size={18} />
          <span>{words.calls.emptyPaste}</span>
        </li>
      </ul>
      <Button onPress={onDialPad}>{words.calls.emptyAction}</Button>
    </div>
  );
}
