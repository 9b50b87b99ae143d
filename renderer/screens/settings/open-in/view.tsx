import { useEffect, useId } from 'preact/hooks';
import type { OpenInTrial } from '../../../../app/contract/open-in.ts';
import type { Settings, SettingsView } from '../../../../app/contract/settings.ts';
import { useWords } from '../../../ui/context.ts';
import { Field } from '../../../ui/field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useLocked } from '../locked.ts';
import type { OpenInField } from './state.ts';

interface Props {
  readonly values: Pick<SettingsView, 'openIn' | 'openInAfterCall' | 'opensIn' | 'managed'>;
  readonly field: OpenInField;
  readonly change: (patch: Partial<Settings>) => void;
}

const example = 'https://crm.example.com/?q={number}';
/** As the contract has them. */
const placeholders = '{number} {e164} {name} {direction} {extension}';

/** Where numbers lead: the address as it is typed, and under it what it opens. */
export function OpenIn({ values, field, change }: Props) {
  const words = useWords();
  const said = words.openIn;
  const locked = useLocked(values);
  const id = useId();
  const trial = field.trial.value;
  // Of an address that IT changes, too.
  useEffect(() => field.look(values.openIn), [values.openIn]);
  return (
    <>
      <div class="open-in">
        <Field
          label={said.address}
          name="openIn"
          inputMode="url"
          example={example}
          longest={500}
          value={field.draft.value ?? values.openIn}
          invalid={trial?.problem != null}
          describedBy={id}
          {...locked('openIn', said.note(placeholders))}
          onInput={field.type}
          onChange={() => void field.keep()}
        />
        <p id={id} class={`open-in-trial aside ${trial?.problem ? 'open-in-problem' : ''}`} role="status">
          {trial !== null && textOf(trial)}
        </p>
      </div>
      {values.opensIn && (
        <Switch
          label={said.afterCall}
          on={values.openInAfterCall}
          {...locked('openInAfterCall')}
          onChange={(on) => change({ openInAfterCall: on })}
        />
      )}
    </>
  );

  function textOf({ problem, sample }: OpenInTrial): string {
    return problem === null ? said.opens(sample) : said.problems[problem];
  }
}
