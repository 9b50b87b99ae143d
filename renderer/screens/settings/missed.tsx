import { useId, useState } from 'preact/hooks';
import type { Settings, SettingsView } from '../../../app/contract/settings.ts';
import { useWords } from '../../ui/context.ts';
import { Switch } from '../../ui/switch.tsx';
import { timeIn } from '../../ui/time-in.ts';
import { useLocked } from './locked.ts';
import './missed.css';

interface Props {
  readonly values: Pick<SettingsView, 'notifyMissed' | 'quietHours' | 'managed'>;
  readonly change: (patch: Partial<Settings>) => void;
}

/** From the evening to the morning: what is most often meant. */
const usual = { from: '18:00', to: '08:00' } as const;

/** Whether, and when not, missed calls are told of. */
export function Missed({ values, change }: Props) {
  const words = useWords();
  const { notifyMissed, quietHours } = values;
  const locked = useLocked(values);
  const { disabled } = locked('quietHours');
  const [isRefused, setRefused] = useState(false);
  return (
    <>
      <Switch
        label={words.settings.notifyMissed}
        on={notifyMissed}
        {...locked('notifyMissed')}
        onChange={(on) => change({ notifyMissed: on })}
      />
      {notifyMissed && (
        <Switch
          label={words.settings.quiet}
          on={quietHours !== null}
          {...locked('quietHours')}
          onChange={(on) => change({ quietHours: on ? usual : null })}
        />
      )}
      {notifyMissed && quietHours !== null && (
        <>
          <div class="quiet-hours">
            <Time
              label={words.settings.quietFrom}
              value={quietHours.from}
              disabled={disabled}
              onTyped={setRefused}
              onChange={(from) => change({ quietHours: { ...quietHours, from } })}
            />
            <Time
              label={words.settings.quietTo}
              value={quietHours.to}
              disabled={disabled}
              onTyped={setRefused}
              onChange={(to) => change({ quietHours: { ...quietHours, to } })}
            />
          </div>
          <p class="aside" role="status">
            {isRefused ? words.calls.remind.noTime : words.settings.quietNote}
          </p>
        </>
      )}
    </>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  /** Whether it was no time. */
  readonly onTyped: (isRefused: boolean) => void;
  readonly onChange: (value: string) => void;
}

function Time({ label, value, disabled, onTyped, onChange }: TimeProps) {
  const id = useId();
  return (
    <div class="row quiet-time">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field-input figures"
        type="text"
        maxLength={20}
        autocomplete="off"
        spellcheck={false}
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const read = timeIn(currentTarget.value);
          const two = (count: number) => String(count).padStart(2, '0');
          const next = read === null ? value : `${two(read.hours)}:${two(read.minutes)}`;
          // What is no time leaves the one before, and that is said.
          currentTarget.value = next;
          onTyped(read === null);
          if (next !== value) onChange(next);
        }}
      />
    </div>
  );
}
