import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Prose } from './prose.tsx';
import './dialog.css';

interface Props {
  readonly title: string;
  /** `alertdialog`: the person is asked something that they did not open themselves. */
  readonly role: 'alertdialog' | 'dialog';
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
  readonly onCancel: () => void;
  readonly class?: string;
  readonly elementRef?: RefObject<HTMLDialogElement | null>;
}

/**
 * The platform's modal dialog: what is behind it can be neither clicked nor reached nor read. The focus starts on the
 * element with `autofocus`-like `data-first`, and goes back to where it was.
 */
export function Dialog({ title, role, children, actions, onCancel, ...more }: Props) {
  const id = useId();
  const own = useRef<HTMLDialogElement>(null);
  const element = more.elementRef ?? own;
  const isGone = useRef(false);

  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    // Nothing that answers by accident: by itself the platform would choose the first button, and go to where it is.
    const first = dialog?.querySelector<HTMLElement>('[data-first] button');
    (first ?? dialog)?.focus();
    if (!first && dialog) dialog.scrollTop = 0;
    return () => {
      isGone.current = true;
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  // A modal dialog lets the focus go on to the browser's own bars. A popover has none: it would be lost.
  function keepInside(event: KeyboardEvent): void {
    if (event.key !== 'Tab') return;
    const stops = [
      ...(element.current?.querySelectorAll<HTMLElement>('button:enabled, input:enabled, [tabindex="0"]') ??
        []),
    ];
    const edge = event.shiftKey ? stops.at(0) : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops.at(0))?.focus();
  }

  return (
    <dialog
      ref={element}
      class={`dialog ${more.class ?? ''}`}
      tabIndex={-1}
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      // The platform tells of it a moment later: by then another question may stand there, which nobody has answered.
      onClose={() => !isGone.current && onCancel()}
      onKeyDown={keepInside}
    >
      <h2 class="dialog-title" id={`${id}-title`}>
        <Prose text={title} />
      </h2>
      <div id={`${id}-text`}>{children}</div>
      <div class="side-by-side dialog-actions">{actions}</div>
    </dialog>
  );
}
