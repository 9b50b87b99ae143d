import { History, Star } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { ListBox } from '../../ui/list-box.tsx';
import { whenIn } from '../../words/dates.ts';
import type { Known } from './matching/matches.ts';

interface Props {
  readonly matches: readonly Known[];
  readonly onChoose: (match: Known) => void;
  /** Back to the number. */
  readonly onClose: () => void;
  /** The focus is elsewhere already. */
  readonly onLeave: () => void;
}

/** All matches, over the keys. Enter or a click takes one; Escape, or typing on, goes back to the number. */
export function MatchList({ matches, onChoose, onClose, onLeave }: Props) {
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);

  useLayoutEffect(() => {
    list.current?.focus();
  }, []);

  const take = (index: number) => {
    const match = matches[index];
    if (match) onChoose(match);
  };

  /** What is typed goes on in the number: the focus moves before the browser puts the character in. */
  function goOn(event: KeyboardEvent): void {
    const types = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (types || event.key === 'Backspace') onClose();
  }

  return (
    <div class="choices match-list">
      <ListBox
        label={words.matches.list}
        options={matches.map((match) => ({
          key: match.display,
          content: <MatchText match={match} />,
        }))}
        at={at}
        onMove={setAt}
        onTake={take}
        onClick={take}
        onEscape={onClose}
        onOtherKey={goOn}
        onLeave={onLeave}
        elementRef={list}
      />
    </div>
  );
}

/** A known number in one line: who, which number, and from where it is known. */
export function MatchText({ match }: { readonly match: Known }) {
  const words = useWords();
  const { name, display, from, at } = match;
  const named = name !== null && name !== '';
  return (
    <>
      <span
        class={`match-from match-${from}`}
        title={from === 'favourite' ? words.matches.favourite : undefined}
      >
        <Icon node={from === 'favourite' ? Star : History} size={14} />
      </span>
      <span class="match-who figures">{named ? name : display}</span>
      <span class="match-aside figures">
        {named ? display : at !== null && words.dial.lastCalled(whenIn(words, at, Date.now()))}
      </span>
    </>
  );
}
