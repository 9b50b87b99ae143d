import { useId } from 'preact/hooks';
import type { Settings } from '../../../app/contract/settings.ts';
import { useWords } from '../../ui/context.ts';
import { Switch } from '../../ui/switch.tsx';
import './missed.css';

type Values = Pick<Settings, 'notifyMissed' | 'quietHours'>;

interface Props {
  readonly values: Values;
  readonly change: (patch: Partial<Values>) => void;
}

/** From the evening to the morning: what is most often meant. */
const usual = { from: '18:00', to: '08:00' } as const;

/** Whether, and when not, missed calls are told of. */
export function Missed({ values, change }: Props) {
  const words = useWords();
  const { notifyMissed, quietHours } = values;
  return (
    <>
      <Switch
        label={words.settings.notifyMissed}
        on={notifyMissed}
        onChange={(on) => change({ notifyMissed: on })}
      />
      {notifyMissed && (
        <Switch
          label={words.settings.quiet}
          on={quietHours !== null}
          onChange={(on) => change({ quietHours: on ? usual : null })}
        />
      )}
      {notifyMissed && quietHours !== null && (
        <>
          <div class="quiet-hours">
            <Time
              label={words.settings.quietFrom}
              value={quietHours.from}
              onChange={(from) => change({ quietHours: { ...quietHours, from } })}
            />
            <Time
              label={words.settings.quietTo}
              value={quietHours.to}
              onChange={(to) => change({ quietHours: { ...quietHours, to } })}
            />
          </div>
          <p class="aside">{words.settings.quietNote}</p>
        </>
      )}
    </>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Time({ label, value, onChange }: TimeProps) {
  const id = useId();
  return (
    <div class="row quiet-time">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field-input figures"
        type="time"
        value={value}
        onChange={(event) => {
          // Half filled in, it is empty: the time before stands until there is another.
          if (event.currentTarget.value !== '') onChange(event.currentTarget.value.slice(0, 5));
        }}
      />
    </div>
  );
}
