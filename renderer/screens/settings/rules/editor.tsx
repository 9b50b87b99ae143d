import { useEffect, useId, useRef } from 'preact/hooks';
import type { DraftRule } from '../../../../app/contract/rules.ts';
import { Button } from '../../../ui/button.tsx';
import { choices } from '../../../ui/choices.ts';
import { useWords } from '../../../ui/context.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Draft, RulesState } from './state.ts';

interface Props {
  readonly draft: Draft;
  readonly state: RulesState;
  readonly onDone: () => void;
}

export function RuleEditor({ draft, state, onDone }: Props) {
  const words = useWords();
  const title = useId();
  const name = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const problems = state.problems.value;
  const said = words.rules.problems;
  useEffect(() => {
    name.current?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  async function save(): Promise<void> {
    if (await state.save()) onDone();
    // The first field that is wrong, for who cannot see which it is.
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  function cancel(): void {
    state.cancel();
    onDone();
  }

  return (
    <form
      class="rule-editor"
      aria-labelledby={title}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Not the window: what was written is given up first.
        event.preventDefault();
        cancel();
      }}
    >
      <h4 id={title}>{draft.place === null ? words.rules.newRule : words.rules.edit(draft.name)}</h4>
      <Field
        label={words.rules.name}
        name="ruleName"
        example={words.rules.nameHint}
        longest={60}
        value={draft.name}
        elementRef={name}
        {...problem(problems.name !== null, problems.name && said.name[problems.name])}
        onInput={(written) => state.write({ name: written })}
      />
      <div>
        <Field
          label={words.rules.match}
          name="ruleMatch"
          example="0X."
          longest={60}
          value={draft.match}
          {...problem(problems.match !== null, problems.match && said.match[problems.match])}
          onInput={(match) => state.write({ match })}
        />
        <Meanings />
      </div>
      <Select
        label={words.rules.action}
        value={draft.action}
        options={choices<DraftRule['action']>(words.rules.actions)}
        onChange={(action) => state.write({ action })}
      />
      {draft.action !== 'block' && (
        <Field
          label={words.rules.value[draft.action]}
          name="ruleValue"
          example="9"
          inputMode="tel"
          longest={40}
          value={draft.value}
          {...problem(problems.value !== null, problems.value && said.value[problems.value])}
          onInput={(value) => state.write({ value })}
        />
      )}
      <div class="side-by-side">
        <Button onPress={cancel}>{words.cancel}</Button>
        <Button kind="primary" type="submit">
          {words.rules.save}
        </Button>
      </div>
    </form>
  );
}

function problem(invalid: boolean, note: string | null): { invalid: boolean; note?: string } {
  return note === null ? { invalid } : { invalid, note };
}

/** What the characters of a pattern stand for. */
function Meanings() {
  const { means } = useWords().rules;
  const rows = [
    ['X', means.any],
    ['Z', means.one],
    ['N', means.two],
    ['[1-5]', means.set],
    ['.', means.some],
    ['!', means.rest],
  ] as const;
  return (
    <dl class="rule-means aside">
      {rows.map(([character, meaning]) => (
        <div key={character}>
          <dt>{character}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
