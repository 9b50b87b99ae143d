import { Ban, Check, Siren } from 'lucide';
import type { RuleTrial } from '../../../../app/contract/rules.ts';
import type { PageWords } from '../../../../app/words/page.en.ts';
import { useWords } from '../../../ui/context.ts';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { RulesState } from './state.ts';

/** What would become of a number, also by the rule that is being written. */
export function RuleTester({ state }: { readonly state: RulesState }) {
  const words = useWords();
  const trial = state.trial.value;
  return (
    <div class="rule-tester">
      <Field
        label={words.rules.test}
        name="ruleTest"
        example={words.rules.testHint}
        inputMode="tel"
        longest={100}
        value={state.typed.value}
        onInput={state.tryNumber}
      />
      <div role="status">{trial !== null && <Outcome trial={trial} />}</div>
    </div>
  );
}

function Outcome({ trial }: { readonly trial: RuleTrial }) {
  const words = useWords();
  const { send, emergency } = trial;
  return (
    <div class={`rule-outcome ${send === null ? 'rule-stopped' : ''}`}>
      <Icon node={send === null ? Ban : emergency ? Siren : Check} size={16} />
      <div>
        {send !== null && (
          <p>
            {words.rules.sends} <strong class="figures rule-sent">{send}</strong>
          </p>
        )}
        <p class={send === null ? '' : 'aside'}>{why(trial, words)}</p>
      </div>
    </div>
  );
}

function why({ send, rule, blocked, emergency }: RuleTrial, { rules }: PageWords): string {
  if (emergency) return rules.emergency;
  if (rule === null) return send === null ? rules.notANumber : rules.noRule;
  if (blocked) return rules.blocked(rule);
  return send === null ? rules.broken(rule) : rules.byRule(rule);
}
