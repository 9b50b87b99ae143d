import { CalendarDays, Download, RefreshCw } from 'lucide';
import { useState } from 'preact/hooks';
import type { CallFilter } from '../../../app/contract/calls.ts';
import { IconButton } from '../../ui/button.tsx';
import { choices } from '../../ui/choices.ts';
import { useWords } from '../../ui/context.ts';
import { focusSoon } from '../../ui/focus-soon.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { Tag } from '../../ui/tag.tsx';
import { DayForm } from './day-form.tsx';
import { firstCall } from './first-call.ts';
import type { RecentCallsState } from './state.ts';
import './tools.css';

interface Props {
  readonly state: RecentCallsState;
  readonly now: number;
  /** `yyyy-mm-dd`. */
  readonly onDay: (day: string) => void;
}

export function Tools({ state, now, onDay }: Props) {
  const words = useWords();
  const canExport = (state.listing.value?.total ?? 0) > 0 && !state.exporting.value;
  return (
    <div class="tools">
      <div class="row tools-row">
        <SearchBox
          words={words.calls}
          query={state.query.value}
          onSearch={state.search}
          onDown={() => focusSoon(firstCall)}
        />
        <DayPicker now={now} onDay={onDay} />
        <IconButton
          icon={Download}
          label={words.calls.exportTable}
          disabled={!canExport}
          onPress={() => void state.exportTable()}
        />
        <IconButton
          class={state.status.value?.working ? 'tool-turning' : ''}
          icon={RefreshCw}
          label={words.calls.refresh}
          onPress={() => void state.refresh()}
        />
      </div>
      <div class="filters" role="radiogroup" aria-label={words.calls.show}>
        {choices<CallFilter>(words.calls.filters).map(({ value, label }) => (
          <label key={value} class="filter">
            <input
              type="radio"
              name="calls-shown"
              value={value}
              checked={state.filter.value === value}
              onChange={() => state.show(value)}
            />
            <span class="cut">{label}</span>
          </label>
        ))}
      </div>
      <Tags
        tags={state.listing.value?.tags ?? []}
        chosen={state.query.value.trim()}
        onChoose={(tag) => state.search(tag === state.query.peek().trim() ? '' : tag)}
      />
    </div>
  );
}

interface TagsProps {
  readonly tags: readonly string[];
  /** What is searched for. */
  readonly chosen: string;
  readonly onChoose: (tag: string) => void;
}

/** The words that somebody put `#` before in their notes: one press finds those calls, the next all again. */
function Tags({ tags, chosen, onChoose }: TagsProps) {
  const words = useWords();
  if (tags.length === 0) return null;
  return (
    <ul class="tags" aria-label={words.calls.tags}>
      {tags.map((tag) => (
        <li key={tag}>
          <Tag tag={`#${tag}`} pressed={chosen === `#${tag}`} onPress={onChoose} />
        </li>
      ))}
    </ul>
  );
}

function DayPicker({ now, onDay }: Pick<Props, 'now' | 'onDay'>) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={CalendarDays} label={words.calls.goToDay} onPress={() => setOpen(true)} />
      {open && (
        <DayForm
          now={now}
          onDay={(day) => {
            setOpen(false);
            onDay(day);
          }}
          onCancel={() => setOpen(false)}
        />
      )}
    </>
  );
}
