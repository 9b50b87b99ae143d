import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly numbers: readonly string[];
  /** In the field already. */
  readonly current: string;
  readonly onChoose: (number: string) => void;
  readonly onClose: () => void;
}

/** Several numbers were found. One stop for the Tab key, the arrows inside, Enter takes one, Escape keeps the first. */
export function Choices({ label, numbers, current, onChoose, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(Math.max(0, numbers.indexOf(current)));

  useLayoutEffect(() => {
    list.current?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, number> = {
      ArrowDown: Math.min(at + 1, numbers.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: numbers.length - 1,
    };
    const move = moves[event.key];
    const number = numbers[at];
    if (move !== undefined) setAt(move);
    else if (event.key === 'Enter' && number !== undefined) onChoose(number);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      class="choices"
      role="listbox"
      aria-label={label}
      aria-activedescendant={`choice-${at}`}
      tabIndex={0}
      ref={list}
      onKeyDown={onKeyDown}
    >
      <p class="choices-title" aria-hidden="true">
        {label}
      </p>
      {numbers.map((number, index) => (
        <div
          key={number}
          id={`choice-${index}`}
          class="choice figures"
          role="option"
          aria-selected={index === at}
          tabIndex={-1}
          onClick={() => onChoose(number)}
          onKeyDown={onKeyDown}
        >
          {number}
        </div>
      ))}
    </div>
  );
}
