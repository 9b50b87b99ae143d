import { ChevronLeft, ChevronRight } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dateAt, fullDateOf, monthOf, shownAt, weekdayOf } from '../../../app/words/dates.ts';
import { Button, IconButton, onceOnly } from '../../ui/button.tsx';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { day, daysAround, inMonth, monthsOn } from './month.ts';
import './day-form.css';

interface Props {
  readonly now: number;
  /** `yyyy-mm-dd`. */
  readonly onDay: (day: string) => void;
  readonly onCancel: () => void;
}

/**
 * A month to choose a day from (keys as in WAI-ARIA's grid of dates). The platform's own speaks the language that the program was started in, and counts the
 * years otherwise than the list does in Thai.
 */
export function DayForm({ now, onDay, onCancel }: Props) {
  const words = useWords();
  const zone = usePbxZone();
  /** As the clocks of the PBX have it; days are counted in UTC from here on. */
  const today = Math.floor(shownAt(now, zone) / day) * day;
  const [chosen, setChosen] = useState(today);
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  const { weekBegins } = words.calls;
  const weeks = daysAround(chosen, weekBegins);
  // Nobody has called tomorrow.
  const go = (to: number): void => setChosen(Math.min(to, today));

  useLayoutEffect(() => {
    if (byKey.current) grid.current?.querySelector<HTMLElement>('[data-first] button')?.focus();
    byKey.current = false;
  }, [chosen]);

  function onKeyDown(event: KeyboardEvent): void {
    const week = weeks.find((one) => one.includes(chosen));
    const goals: Readonly<Record<string, number | undefined>> = {
      ...{ ArrowLeft: chosen - day, ArrowRight: chosen + day },
      ...{ ArrowUp: chosen - 7 * day, ArrowDown: chosen + 7 * day },
      ...{ PageUp: monthsOn(chosen, -1), PageDown: monthsOn(chosen, 1) },
      ...{ Home: week?.at(0), End: week?.at(-1) },
    };
    const to = goals[event.key];
    if (to === undefined) return;
    event.preventDefault();
    byKey.current = true;
    go(to);
  }

  return (
    <Dialog
      title={words.calls.goToDay}
      role="dialog"
      class="day-form"
      onCancel={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{words.cancel}</Button>
          <Button onPress={() => onDay(dateAt(today))}>{words.calls.today}</Button>
        </>
      }
    >
      <div class="row day-form-month">
        <IconButton
          icon={ChevronLeft}
          label={words.calls.previousMonth}
          onPress={() => go(monthsOn(chosen, -1))}
        />
        <span class="day-form-title figures" aria-live="polite">
          {monthOf(words, chosen, 'UTC')}
        </span>
        <IconButton
          icon={ChevronRight}
          label={words.calls.nextMonth}
          waits={inMonth(chosen, today)}
          onPress={() => go(monthsOn(chosen, 1))}
        />
      </div>
      <table class="day-form-days figures" ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weeks[0]?.map((at) => (
              <th key={at} scope="col" class="aside">
                {weekdayOf(words, at, 'UTC')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((at) => (
                <td key={at} data-first={at === chosen ? '' : undefined}>
                  {inMonth(at, chosen) && (
                    <button
                      type="button"
                      class="day-form-day"
                      tabIndex={at === chosen ? 0 : -1}
                      aria-label={fullDateOf(words, at, 'UTC')}
                      aria-current={at === today ? 'date' : undefined}
                      disabled={at > today}
                      onKeyDown={onceOnly}
                      onClick={() => onDay(dateAt(at))}
                    >
                      {new Date(at).getUTCDate()}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
