import { ArrowDown, ArrowUp, Lock, Trash2 } from 'lucide';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DiallingRule } from '../../../../app/contract/rules.ts';
import { IconButton } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/context.ts';
import { tellWhole } from '../../../ui/cut-text.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { RulesState } from './state.ts';

interface Props {
  readonly rules: readonly DiallingRule[];
  /** IT's: first, and not to be touched. */
  readonly managed: readonly DiallingRule[];
  readonly editing: number | null;
  readonly state: RulesState;
  /** The last one was taken away, which had the focus. */
  readonly onEmpty: () => void;
}

export function RuleList({ rules, managed, editing, state, onEmpty }: Props) {
  const words = useWords();
  const list = useRef<HTMLOListElement>(null);
  /** The rule that was moved takes the focus with it; where it can go no further, on its other button. */
  const [moved, setMoved] = useState<{ readonly place: number; readonly by: -1 | 1 } | null>(null);
  useLayoutEffect(() => {
    if (moved === null) return;
    const row = list.current?.children[managed.length + moved.place];
    const [up, down] = row?.querySelectorAll<HTMLButtonElement>('.rule-move') ?? [];
    const [first, other] = moved.by < 0 ? [up, down] : [down, up];
    (first?.disabled ? other : first)?.focus();
  }, [moved]);

  function move(place: number, by: -1 | 1): void {
    state.move(place, by);
    setMoved({ place: place + by, by });
  }

  function remove(place: number): void {
    // Its place is another rule's now.
    setMoved(null);
    void state.remove(place);
    // What had the focus is gone: the next rule has it, or the last.
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLButtonElement>('.rule-open') ?? [];
      if (rows.length === 0) onEmpty();
      rows[Math.min(place, rows.length - 1)]?.focus();
    });
  }

  const said = moved === null ? undefined : rules[moved.place];
  return (
    <>
      <ol class="rules" aria-label={words.rules.title} ref={list}>
        {managed.map((rule, index) => (
          <li key={`managed ${index}`} class="row rule">
            <span class="rule-text">
              <span class="rule-name cut" onPointerEnter={tellWhole}>
                {rule.name}
              </span>
              <Does rule={rule} />
            </span>
            <span class="row rule-managed aside">
              <Icon node={Lock} size={13} />
              {words.managed.label}
            </span>
          </li>
        ))}
        {rules.map((rule, place) => (
          <li key={place} class={`row rule ${editing === place ? 'rule-editing' : ''}`}>
            <Open rule={rule} editing={editing === place} onOpen={() => state.edit(place)} />
            <IconButton
              small
              class="rule-button rule-move"
              icon={ArrowUp}
              label={words.rules.up(rule.name)}
              disabled={place === 0}
              onPress={() => move(place, -1)}
            />
            <IconButton
              small
              class="rule-button rule-move"
              icon={ArrowDown}
              label={words.rules.down(rule.name)}
              disabled={place === rules.length - 1}
              onPress={() => move(place, 1)}
            />
            <IconButton
              small
              class="rule-button"
              icon={Trash2}
              label={words.rules.remove(rule.name)}
              onPress={() => remove(place)}
            />
          </li>
        ))}
      </ol>
      <p class="said-only" role="status">
        {moved !== null && said !== undefined && words.rules.moved(said.name, String(moved.place + 1))}
      </p>
    </>
  );
}

interface OpenProps {
  readonly rule: DiallingRule;
  readonly editing: boolean;
  readonly onOpen: () => void;
}

function Open({ rule, editing, onOpen }: OpenProps) {
  const words = useWords();
  const id = useId();
  return (
    <button
      type="button"
      class="rule-text rule-open"
      aria-label={words.rules.edit(rule.name)}
      aria-describedby={id}
      aria-expanded={editing}
      onClick={onOpen}
    >
      <span class="rule-name cut" onPointerEnter={tellWhole}>
        {rule.name}
      </span>
      <Does rule={rule} id={id} />
    </button>
  );
}

function Does({ rule, id }: { readonly rule: DiallingRule; readonly id?: string }) {
  const words = useWords();
  return (
    <span class="rule-does aside" id={id}>
      <code>{rule.match}</code> {words.rules.does[rule.action](rule.value)}
    </span>
  );
}
