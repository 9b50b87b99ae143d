import { CircleHelp, Phone, PhoneMissed, PhoneOutgoing } from 'lucide';
import { Fragment } from 'preact';
import type { Attempt } from '../../../app/contract.ts';
import type { Attempts } from '../../state/attempts.ts';
import type { Dialling } from '../../state/dialling.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { groupByDay, timeOf } from './days.ts';
import './view.css';

interface Props {
  readonly attempts: Attempts;
  readonly dialling: Dialling;
  /** Shows where numbers are typed: for the first call, and for what becomes of one. */
  readonly toDialPad: () => void;
}

export function RecentCallsView({ attempts, dialling, toDialPad }: Props) {
  const words = useWords();
  const list = attempts.list.value;
  if (list.length === 0) {
    return (
      <div class="calls-empty">
        <Icon node={Phone} size={28} />
        <h2>{words.calls.emptyTitle}</h2>
        <p>{words.calls.emptyText}</p>
        <p>{words.calls.emptyPaste}</p>
        <Button class="calls-empty-go" onPress={toDialPad}>
          {words.calls.emptyAction}
        </Button>
      </div>
    );
  }
  return (
    <section class="calls" aria-label={words.calls.title}>
      <ul aria-label={words.calls.list}>
        {groupByDay(list, Date.now(), words).map((day) => (
          <Fragment key={day.key}>
            <li class="calls-heading" role="presentation" aria-hidden="true">
              {day.heading}
            </li>
            {day.attempts.map((attempt) => (
              <Row
                key={attempt.id}
                attempt={attempt}
                day={day.heading}
                busy={dialling.busy.value}
                onCall={() => {
                  toDialPad();
                  void dialling.call({ number: attempt.number, from: 'redial' });
                }}
              />
            ))}
          </Fragment>
        ))}
      </ul>
    </section>
  );
}

const shapes = {
  placed: PhoneOutgoing,
  failed: PhoneMissed,
  unknown: CircleHelp,
  interrupted: CircleHelp,
} as const;

interface RowProps {
  readonly attempt: Attempt;
  /** Said to screen readers, which do not see the heading above the row. */
  readonly day: string;
  readonly busy: boolean;
  readonly onCall: () => void;
}

function Row({ attempt, day, busy, onCall }: RowProps) {
  const words = useWords();
  return (
    <li class={attempt.outcome === 'placed' ? 'call' : 'call call-warn'}>
      <Icon node={shapes[attempt.outcome]} size={18} />
      <span class="call-main">
        <span class="call-number figures">{attempt.display}</span>
        <span class="call-result">
          {words.calls.outgoing} · {words.calls.outcome[attempt.outcome]}
        </span>
      </span>
      <time class="call-time figures" dateTime={new Date(attempt.at).toISOString()}>
        <span class="said-only">{day} </span>
        {timeOf(attempt.at, words)}
      </time>
      <Button
        kind="quiet"
        icon={Phone}
        label={words.calls.call(attempt.display)}
        disabled={busy}
        onPress={onCall}
      />
    </li>
  );
}
