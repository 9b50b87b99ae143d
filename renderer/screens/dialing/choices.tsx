import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ListBox } from '../../ui/list-box.tsx';

interface Props {
  readonly title: string;
  readonly options: readonly { readonly key: string; readonly content: ComponentChildren }[];
  /** The one that is marked at first. */
  readonly from: number;
  readonly onTake: (index: number) => void;
  readonly onClose: () => void;
}

/** A list over the keys: Enter or a click takes one, Escape leaves everything as it was. */
export function Choices({ title, options, from, onTake, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(Math.max(0, from));

  useLayoutEffect(() => {
    list.current?.focus();
  }, []);

  /** What is typed goes on in the number: the focus moves before the browser puts the character in. */
  function goOn(event: KeyboardEvent): void {
    const types = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (types || event.key === 'Backspace') onClose();
  }

  return (
    <div class="over-keys">
      <div class="choices">
        <p class="choices-title aside" aria-hidden="true">
          {title}
        </p>
        <ListBox
          label={title}
          options={options}
          at={at}
          onMove={setAt}
          onTake={onTake}
          onClick={onTake}
          onEscape={onClose}
          onOtherKey={goOn}
          elementRef={list}
        />
      </div>
    </div>
  );
}
