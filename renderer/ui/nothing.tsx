import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import './nothing.css';

interface Props {
  readonly icon: IconNode;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** In the place of a list that has nothing in it. */
export function Nothing({ icon, title, children }: Props) {
  return (
    <div class="empty">
      <span class="empty-mark">
        <Icon node={icon} size={26} />
      </span>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
