import { Plus } from 'lucide';
import { useRef } from 'preact/hooks';
import type { SettingsView } from '../../../../app/contract/settings.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/context.ts';
import { Prose } from '../../../ui/prose.tsx';
import { Section } from '../section.tsx';
import { RuleEditor } from './editor.tsx';
import { RuleList } from './list.tsx';
import { mostRules, type RulesState } from './state.ts';
import { RuleTester } from './tester.tsx';
import './view.css';

interface Props {
  readonly values: SettingsView;
  readonly state: RulesState;
}

export function RulesSection({ values, state }: Props) {
  const words = useWords();
  const add = useRef<HTMLButtonElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const { rules, managed } = values;
  const draft = state.draft.value;
  const removed = state.removed.value;
  const locked = managed.keys.includes('rules');
  const nothing = rules.length + managed.rules.length === 0;
  /** The editor goes; the focus must not go with it. */
  const toAdd = () => requestAnimationFrame(() => add.current?.focus());

  /** The rule that comes back takes the focus of the button that goes. */
  async function undo(place: number): Promise<void> {
    await state.undo();
    const rules = said.current?.parentElement?.querySelectorAll<HTMLElement>('.rule-open') ?? [];
    rules[place]?.focus();
  }

  return (
    <Section title={words.rules.title}>
      <p class="aside">
        <Prose text={nothing && !locked ? words.rules.empty : words.rules.lead} />
      </p>
      {!nothing && (
        <RuleList
          rules={locked ? [] : rules}
          managed={locked ? [...managed.rules, ...rules] : managed.rules}
          editing={draft?.place ?? null}
          state={state}
          onEmpty={toAdd}
        />
      )}
      <div role="status" class="rule-removed" ref={said}>
        {removed !== null && (
          <>
            <span>{words.removed(removed.rule.name)}</span>
            <button type="button" class="link" onClick={() => void undo(removed.place)}>
              {words.undo}
            </button>
          </>
        )}
      </div>
      {locked && <p class="aside">{words.rules.noneOwn}</p>}
      {draft !== null && !locked && (
        <RuleEditor key={draft.place} draft={draft} state={state} onDone={toAdd} />
      )}
      {draft === null && !locked && rules.length < mostRules && (
        <Button icon={Plus} class="rules-add" elementRef={add} onPress={state.add}>
          {words.rules.add}
        </Button>
      )}
      {rules.length >= mostRules && <p class="aside">{words.rules.full}</p>}
      <RuleTester state={state} />
    </Section>
  );
}
