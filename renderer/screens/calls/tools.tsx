import { CalendarDays, Download, RefreshCw, Search, X } from 'lucide';
import { useRef } from 'preact/hooks';
import type { CallFilter } from '../../../app/contract/calls.ts';
import { Button } from '../../ui/button.tsx';
import { choices } from '../../ui/choices.ts';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import './tools.css';

interface Props {
  readonly query: string;
  readonly filter: CallFilter;
  readonly working: boolean;
  readonly canExport: boolean;
  readonly onSearch: (query: string) => void;
  readonly onFilter: (filter: CallFilter) => void;
  /** `yyyy-mm-dd`. */
  readonly onDay: (day: string) => void;
  readonly onExport: () => void;
  readonly onRefresh: () => void;
}

export function Tools(props: Props) {
  const words = useWords();
  return (
    <div class="tools">
      <div class="tools-row">
        <span class="search">
          <Icon node={Search} size={16} />
          <input
            type="search"
            class="field-input search-box"
            aria-label={words.calls.search}
            placeholder={words.calls.searchHint}
            maxLength={200}
            autocomplete="off"
            spellcheck={false}
            value={props.query}
            onInput={(event) => props.onSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              // The first Escape takes the search away, the next one the window.
              if (event.key !== 'Escape' || props.query === '') return;
              event.preventDefault();
              props.onSearch('');
            }}
          />
          {props.query !== '' && (
            <Button
              kind="quiet"
              class="square square-small search-clear"
              icon={X}
              label={words.calls.clear}
              onPress={() => props.onSearch('')}
            />
          )}
        </span>
        <DayPicker onDay={props.onDay} />
        <Button
          kind="quiet"
          class="square"
          icon={Download}
          label={words.calls.exportTable}
          disabled={!props.canExport}
          onPress={props.onExport}
        />
        <Button
          kind="quiet"
          class={`square ${props.working ? 'tool-turning' : ''}`}
          icon={RefreshCw}
          label={words.calls.refresh}
          onPress={props.onRefresh}
        />
      </div>
      <div class="filters" role="radiogroup" aria-label={words.calls.show}>
        {choices<CallFilter>(words.calls.filters).map(({ value, label }) => (
          <label key={value} class="filter">
            <input
              type="radio"
              name="calls-shown"
              value={value}
              checked={props.filter === value}
              onChange={() => props.onFilter(value)}
            />
            <span class="cut">{label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

/** The platform's calendar behind a button of its own: the field that belongs to it would not fit into the row. */
function DayPicker({ onDay }: Pick<Props, 'onDay'>) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  return (
    <span class="day-picker">
      <input
        ref={field}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          if (event.currentTarget.value !== '') onDay(event.currentTarget.value);
        }}
      />
      <Button
        kind="quiet"
        class="square"
        icon={CalendarDays}
        label={words.calls.goToDay}
        onPress={() => field.current?.showPicker()}
      />
    </span>
  );
}
