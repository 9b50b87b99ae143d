import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import './list-box.css';

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

interface Props {
  readonly label: string;
  readonly options: readonly { readonly key: string; readonly content: ComponentChildren }[];
  readonly at: number;
  readonly onMove: (index: number) => void;
  /** Enter on an option. */
  readonly onTake: (index: number) => void;
  /** A click on an option. */
  readonly onClick: (index: number) => void;
  readonly class?: string;
  readonly onEscape?: () => void;
  /** A key that means nothing to a list. */
  readonly onOtherKey?: (event: KeyboardEvent) => void;
  readonly elementRef?: Ref<HTMLDivElement>;
}

/** A list to choose one from: one stop for the Tab key, the arrows inside (WAI-ARIA listbox, active descendant). */
export function ListBox(props: Props) {
  const { options, at, onMove } = props;
  const id = useId();

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, number> = {
      ArrowDown: Math.min(at + 1, options.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: options.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) onMove(move);
    // Enter that is held down was meant for what was there before.
    else if (event.key === 'Enter') event.repeat || props.onTake(at);
    else if (event.key === 'Escape' && props.onEscape) props.onEscape();
    else {
      props.onOtherKey?.(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      class={`list-box ${props.class ?? ''}`}
      role="listbox"
      aria-label={props.label}
      aria-activedescendant={`${id}-${at}`}
      tabIndex={0}
      ref={props.elementRef ?? null}
      onKeyDown={onKeyDown}
    >
      {options.map(({ key, content }, index) => (
        <div
          key={key}
          id={`${id}-${index}`}
          class="list-option figures"
          role="option"
          aria-selected={index === at}
          tabIndex={-1}
          onClick={() => props.onClick(index)}
          onKeyDown={onKeyDown}
          ref={index === at ? intoView : null}
        >
          {content}
        </div>
      ))}
    </div>
  );
}
