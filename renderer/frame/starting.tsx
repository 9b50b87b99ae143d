import { PhoneOutgoing } from 'lucide';
import { useWords } from '../ui/context.ts';
import { Icon } from '../ui/icon.tsx';

/** The keychain usually answers before this is painted; where it asks for a password, it says so quietly. */
export function Starting() {
  const words = useWords();
  return (
    <main class="starting">
      <span class="sign-in-mark">
        <Icon node={PhoneOutgoing} size={22} />
      </span>
      <h1 class="said-only">{words.appName}</h1>
      <p role="status">{words.starting}</p>
    </main>
  );
}
