import { TriangleAlert } from 'lucide';
import { useWords } from '../../ui/context.ts';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Prose } from '../../ui/prose.tsx';
import type { Shown } from './state.ts';
import './trouble.css';

export type TroubleShown = Exclude<Shown, { state: 'ready' | 'opening' }> | { readonly state: 'broken' };

/** Whether the same may go well the next time. */
export function mayTryAgain(shown: TroubleShown): boolean {
  return shown.state !== 'problem' || shown.tryAgain;
}

/** Why nothing is heard, in words, and what to do. */
export function Trouble({ shown }: { readonly shown: TroubleShown }) {
  const words = useWords();
  if (shown.state === 'failed') return <FailureBox failure={shown.failure} at="recording" role="alert" />;
  if (shown.state === 'broken') return <Told {...words.recordings.cannotPlay} />;
  const { what, todo } = words.recordings.problem[shown.problem];
  const isNamed = shown.format !== null && shown.format !== '';
  return (
    <Told
      what={isNamed ? `${what} ${words.recordings.notPlayable(shown.format ?? '')}` : what}
      todo={todo}
      message={shown.message}
    />
  );
}

interface ToldProps {
  readonly what: string;
  readonly todo: string;
  readonly message?: string | null;
}

function Told({ what, todo, message = null }: ToldProps) {
  const words = useWords();
  return (
    <div class="trouble" role="alert">
      <Icon node={TriangleAlert} size={18} />
      <div>
        <p class="trouble-what">
          <Prose text={what} />
        </p>
        <p>
          <Prose text={todo} />
        </p>
        {message !== null && message !== '' && (
          <p class="trouble-message aside">{words.failureBox.pbxSays(message)}</p>
        )}
      </div>
    </div>
  );
}
