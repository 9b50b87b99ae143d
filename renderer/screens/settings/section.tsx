import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Section({ title, children }: Props) {
  const id = useId();
  return (
    <section class="settings-section" aria-labelledby={id}>
      <h3 class="aside" id={id}>
        {title}
      </h3>
      <div class="settings-card">{children}</div>
    </section>
  );
}
