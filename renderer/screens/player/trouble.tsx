import { RefreshCw, TriangleAlert } from 'lucide';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Shown } from './state.ts';

interface Props {
  readonly shown: Exclude<Shown, { state: 'ready' | 'opening' }> | { readonly state: 'broken' };
  readonly onAgain: () => void;
}

/** Why nothing is heard, in words, and what to do. */
export function Trouble({ shown, onAgain }: Props) {
  const words = useWords();
  const again = (
    <Button class="player-again" icon={RefreshCw} onPress={onAgain}>
      {words.recordings.again}
    </Button>
  );
  if (shown.state === 'failed')
    return (
      <div class="trouble">
        <FailureBox failure={shown.failure} role="alert" />
        {again}
      </div>
    );
  if (shown.state === 'broken') return <Told {...words.recordings.cannotPlay}>{again}</Told>;
  const { what, todo } = words.recordings.problem[shown.problem];
  const isNamed = shown.format !== null && shown.format !== '';
  return (
    <Told
      what={isNamed ? `${what} ${words.recordings.notPlayable(shown.format ?? '')}` : what}
      todo={todo}
      message={shown.message}
    >
      {shown.tryAgain && again}
    </Told>
  );
}

interface ToldProps {
  readonly what: string;
  readonly todo: string;
  readonly message?: string | null;
  readonly children: preact.ComponentChildren;
}

function Told({ what, todo, message = null, children }: ToldProps) {
  const words = useWords();
  return (
    <div class="trouble" role="alert">
      <div class="trouble-text">
        <Icon node={TriangleAlert} size={18} />
        <div>
          <p class="trouble-what">{what}</p>
          <p>{todo}</p>
          {message !== null && message !== '' && (
            <p class="trouble-message">{words.failureBox.pbxSays(message)}</p>
          )}
        </div>
      </div>
      {children}
    </div>
  );
}
