import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FoundNumber } from '../../../app/contract.ts';
import { useWords } from '../../ui/context.ts';
import { ListBox } from '../../ui/list-box.tsx';

interface Props {
  readonly numbers: readonly FoundNumber[];
  /** In the field already. */
  readonly current: string;
  readonly onChoose: (found: FoundNumber) => void;
  readonly onClose: () => void;
}

/** Several numbers were found. Enter or a click takes one, Escape keeps the first. */
export function Choices({ numbers, current, onChoose, onClose }: Props) {
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(
    Math.max(
      0,
      numbers.findIndex(({ number }) => number === current),
    ),
  );

  useLayoutEffect(() => {
    list.current?.focus();
  }, []);

  const take = (index: number) => {
    const found = numbers[index];
    if (found) onChoose(found);
  };

  return (
    <div class="choices">
      <p class="choices-title" aria-hidden="true">
        {words.dial.numbersFound}
      </p>
      <ListBox
        label={words.dial.numbersFound}
        options={numbers.map(({ number, display, extension }) => ({
          key: number,
          content: (
            <>
              {display}
              {extension !== null && <span class="list-aside">{words.dial.extension(extension)}</span>}
            </>
          ),
        }))}
        at={at}
        onMove={setAt}
        onTake={take}
        onClick={take}
        onEscape={onClose}
        elementRef={list}
      />
    </div>
  );
}
