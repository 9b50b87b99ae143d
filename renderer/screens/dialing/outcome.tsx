import { X } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Outcome } from '../../state/dialing.ts';
import { IconButton } from '../../ui/button.tsx';
import { calledWhole } from '../../ui/called-whole.ts';
import { useWords } from '../../ui/context.ts';
import { FailureBox } from '../../ui/failure-box.tsx';
import './outcome.css';

interface Props {
  readonly outcome: Outcome | null;
  /** The phone that rings first, as the person knows it. */
  readonly phone: string;
  /** Where it stands beside other things, a failure can be put away. */
  readonly onDismiss?: () => void;
}

/** A live region is heard only when it was there before its text: it stays, empty. */
export function OutcomeView({ outcome, phone, onDismiss }: Props) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  // In a low window, or with large text, the button that was pressed may be all that is in sight.
  useLayoutEffect(() => {
    if (outcome !== null) box.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome?.kind]);
  return (
    <div class={`outcome outcome-${outcome?.kind ?? 'none'}`} role="status" ref={box}>
      {outcome !== null && <OutcomeText outcome={outcome} phone={phone} />}
      {outcome?.kind === 'failed' && onDismiss && (
        <IconButton small class="outcome-dismiss" icon={X} label={words.dismiss} onPress={onDismiss} />
      )}
    </div>
  );
}

function OutcomeText({ outcome, phone }: Pick<Props, 'phone'> & { readonly outcome: Outcome }) {
  const words = useWords();
  switch (outcome.kind) {
    case 'calling':
      return <p class="outcome-line">{words.dial.calling(calledWhole(outcome, words))}</p>;
    case 'placed':
      return (
        <p class="outcome-placed figures">
          <strong>{words.dial.placed(calledWhole(outcome, words))}</strong>{' '}
          <span>{words.dial.pickUp(phone)}</span>{' '}
          {outcome.extension !== null && <span>{words.dial.ask.extensionStays(outcome.extension)}</span>}
        </p>
      );
    case 'failed': {
      const { failure } = outcome;
      const who = calledWhole(outcome, words);
      const uncertain = failure.code === 'unknown-outcome';
      return (
        <FailureBox
          failure={failure}
          at="dial"
          number={who}
          {...(uncertain || outcome.display === '' ? {} : { about: words.dial.failed(who) })}
        />
      );
    }
  }
}
