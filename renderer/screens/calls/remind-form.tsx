import { useEffect, useId, useState } from 'preact/hooks';
import type { CallView } from '../../../app/contract/calls.ts';
import { timeOf } from '../../../app/words/dates.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { textOf } from './call-text.ts';
import { isNoticeable, useZoneApart } from './pbx-clock.tsx';
import { nextAt, readyTimes } from './ready-times.ts';
import './remind-form.css';

interface Props {
  readonly call: CallView;
  /** `null`: no more. */
  readonly onSet: (at: number | null) => void;
  readonly onCancel: () => void;
}

/** Asks when somebody wants to be reminded of a call: by one press, or at a time. */
export function RemindForm({ call, onSet, onCancel }: Props) {
  const words = useWords();
  const { remind } = words.calls;
  const id = useId();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const again = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(again);
  }, []);
  const [time, setTime] = useState(() => (call.reminder === null ? '' : timeOf(words, call.reminder)));
  const at = nextAt(time, now);
  const isTomorrow = at !== null && new Date(at).getDate() !== new Date(now).getDate();
  const isWrong = at === null && time.trim() !== '';
  const said = (moment: number): string =>
    `${isTomorrow ? remind.tomorrow : words.calls.today} ${timeOf(words, moment)}`;
  const ready = readyTimes(now);
  const isElsewhere = isNoticeable(useZoneApart(now));
  // A form may stand open for long: what is set goes by when it is said.
  const set = (): void => {
    const then = nextAt(time, Date.now());
    if (then !== null) onSet(then);
  };
  return (
    <Dialog
      title={remind.title}
      role="dialog"
      class="remind-form"
      onCancel={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{words.cancel}</Button>
          {call.reminder !== null && <Button onPress={() => onSet(null)}>{remind.remove}</Button>}
          <Button kind="primary" disabled={at === null} onPress={set}>
            {remind.set}
          </Button>
        </>
      }
    >
      <p class="remind-who figures">{textOf(words, call).title}</p>
      <div class="remind-ready">
        {(['quarter', 'hour', 'morning'] as const).map((name) => (
          <Button key={name} onPress={() => onSet(readyTimes(Date.now())[name])}>
            {remind[name]}
            <span class="aside figures" aria-hidden="true">
              {timeOf(words, ready[name])}
            </span>
          </Button>
        ))}
      </div>
      <form
        class="remind-time"
        onSubmit={(event) => {
          event.preventDefault();
          set();
        }}
      >
        <label for={id}>{remind.time}</label>
        <input
          id={id}
          class="field-input figures"
          type="text"
          placeholder="15:00"
          maxLength={20}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={isWrong}
          value={time}
          onInput={(event) => setTime(event.currentTarget.value)}
        />
        <output class="aside" for={id}>
          {at === null ? isWrong && remind.noTime : said(at)}
        </output>
      </form>
      {isElsewhere && <p class="aside remind-clock">{remind.ownClock}</p>}
    </Dialog>
  );
}
