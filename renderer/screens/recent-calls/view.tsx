import { CircleHelp, CircleX, Hourglass, type IconNode, Phone, PhoneOutgoing } from 'lucide';
import type { Attempt } from '../../../app/contract.ts';
import type { Dialling } from '../../state/dialling.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { byDay, timeOf } from '../../words/dates.ts';
import { failureText } from '../../words/index.ts';
import { OutcomeView } from '../dial-pad/outcome.tsx';
import { Empty } from './empty.tsx';
import './view.css';

interface Props {
  readonly attempts: readonly Attempt[];
  readonly dialling: Dialling;
  readonly phone: string;
  /** This computer's clock when the window came to the front: what "today" is. */
  readonly now: number;
  readonly onDialPad: () => void;
}

export function RecentCallsView({ attempts, dialling, phone, now, onDialPad }: Props) {
  const words = useWords();
  return (
    <div class="recent">
      <h2 class="said-only">{words.calls.title}</h2>
      {attempts.length === 0 ? (
        <Empty onDialPad={onDialPad} />
      ) : (
        <ul class="calls" aria-label={words.calls.list}>
          {byDay(words, attempts, now).flatMap((day) =>
            day.items.map((attempt, index) => (
              <Row
                key={attempt.id}
                attempt={attempt}
                dialling={dialling}
                {...(index === 0 ? { day: day.label } : {})}
              />
            )),
          )}
        </ul>
      )}
      <div class="recent-outcome">
        <OutcomeView outcome={dialling.outcome.value} phone={phone} />
      </div>
    </div>
  );
}

/** A shape for each result, beside the word: colour alone tells some people nothing. */
const shapes: Record<Attempt['outcome'], IconNode> = {
  placed: PhoneOutgoing,
  failed: CircleX,
  unknown: CircleHelp,
  interrupted: Hourglass,
};

interface RowProps {
  readonly attempt: Attempt;
  readonly dialling: Dialling;
  /** The day that begins with this row. Inside the item, so that the list holds calls and nothing else. */
  readonly day?: string;
}

function Row({ attempt, dialling, day }: RowProps) {
  const words = useWords();
  const why = attempt.failure === null ? '' : failureText(words, attempt.failure).what;
  return (
    <li class="call-item">
      {day !== undefined && <h3 class="calls-day">{day}</h3>}
      <div class={`call-row call-${attempt.outcome}`}>
        <Icon node={shapes[attempt.outcome]} size={18} />
        <span class="call-what">
          <span class="call-number figures">{attempt.display}</span>
          <span class="call-result" title={why}>
            {words.calls.outgoing} · {words.calls.outcome[attempt.outcome]}
            {why !== '' && <span class="call-why"> · {why}</span>}
          </span>
        </span>
        <time class="call-time figures" dateTime={new Date(attempt.at).toISOString()}>
          {timeOf(words, attempt.at)}
        </time>
        <Button
          kind="quiet"
          class="call-again"
          icon={Phone}
          label={words.calls.call(attempt.display)}
          disabled={dialling.busy.value}
          onPress={() => void dialling.call({ number: attempt.number, from: 'redial' })}
        />
      </div>
    </li>
  );
}
