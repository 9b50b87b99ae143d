import { ChevronDown, ChevronUp } from 'lucide';
import type { CallsStatus, DayFigures, DaySpan } from '../../../app/contract/calls.ts';
import { sinceIn } from '../../../app/words/dates.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import { choices } from '../../ui/choices.ts';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Prose } from '../../ui/prose.tsx';
import type { MyDayState } from './my-day-state.ts';
import './my-day.css';

interface Props {
  readonly state: MyDayState;
  readonly status: CallsStatus | null;
  readonly now: number;
}

/** What is left to be done and what the person's own calls come to, in a line; unfolded, beside the day, week or month before. */
export function MyDayRegion({ state, status, now }: Props) {
  const words = useWords();
  const zone = usePbxZone();
  const said = words.calls.myDay;
  const span = state.span.value;
  const figures = state.figures.value;
  const unfolded = state.unfolded.value;
  // Its room is there from the start: nothing moves away under somebody's pointer.
  if (figures === null) return <div class="my-day my-day-to-come" />;
  const { knownFrom, from, beforeFrom } = figures;
  const isToDoWhole = status?.toDoWhole ?? true;
  const isBeforeKnown = knownFrom === null || knownFrom < from;
  const since = knownFrom !== null && knownFrom > (isBeforeKnown ? beforeFrom : from) ? knownFrom : null;
  const { now: these, before } = figures;
  const isAtMost = these.atMost || (isBeforeKnown && before.atMost);
  return (
    <section class="my-day" aria-label={said.title}>
      <button
        type="button"
        class="my-day-line"
        aria-expanded={unfolded}
        onClick={() => state.unfold(!unfolded)}
      >
        <strong class="figures">
          {(isToDoWhole ? words.calls.toDo : words.calls.toDoSoFar)(status?.toDo ?? 0)}
        </strong>
        <span class="figures aside">
          {lineOf(words, these).map((group) => (
            <span key={group}>
              <Prose text={group} />
            </span>
          ))}
        </span>
        <Icon node={unfolded ? ChevronUp : ChevronDown} size={16} />
      </button>
      {unfolded && (
        <div class="my-day-more">
          <div class="filters" role="radiogroup" aria-label={said.title}>
            {choices<DaySpan>(said.spans).map(({ value, label }) => (
              <label key={value} class="filter">
                <input
                  type="radio"
                  name="my-day-span"
                  value={value}
                  checked={span === value}
                  onChange={() => state.show(value)}
                />
                <span class="cut">{label}</span>
              </label>
            ))}
          </div>
          <table class="figures">
            <thead>
              <tr>
                <td />
                <th scope="col">{said.now[span]}</th>
                {isBeforeKnown && <th scope="col">{said.before[span]}</th>}
              </tr>
            </thead>
            <tbody>
              {(Object.keys(said.figures) as (keyof typeof said.figures)[]).map((name) => (
                <tr key={name}>
                  <th scope="row">{said.figures[name]}</th>
                  <td>{cellsOf(words, these)[name]}</td>
                  {isBeforeKnown && <td class="aside">{cellsOf(words, before)[name]}</td>}
                </tr>
              ))}
            </tbody>
          </table>
          {since !== null && <p class="aside">{said.since(sinceIn(words, since, now, zone))}</p>}
          {isAtMost && <p class="aside">{said.atMost}</p>}
        </div>
      )}
    </section>
  );
}

function cellsOf({ calls }: PageWords, figures: DayFigures) {
  const { talkedSeconds, longestSeconds, ...counts } = figures;
  return { ...counts, talked: calls.length(talkedSeconds), longest: calls.length(longestSeconds) };
}

/** How many calls, and how long: a line of each, or both in one where there is room. */
function lineOf(words: PageWords, figures: DayFigures): string[] {
  const { line } = words.calls.myDay;
  const { calls, answered, missed, talked, longest } = cellsOf(words, figures);
  const groups = [[line.calls(calls), line.answered(answered), line.missed(missed)]];
  // Nobody was talked to: there is no length to tell.
  if (figures.talkedSeconds > 0) groups.push([line.talked(talked), line.longest(longest)]);
  // Parted between its figures only.
  return groups.map((group) => group.map((one) => one.replaceAll(' ', '\u00a0')).join('\u00a0· '));
}
