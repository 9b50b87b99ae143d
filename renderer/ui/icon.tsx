import type { IconNode } from 'lucide';
import { h } from 'preact';

interface Props {
  readonly node: IconNode;
  readonly size?: number;
}

/** Drawings do not change: what is drawn a hundred times in a list is named once. */
const keys = new WeakMap<object, string>();

function keyOf(attributes: object): string {
  const known = keys.get(attributes);
  if (known !== undefined) return known;
  const key = JSON.stringify(attributes);
  keys.set(attributes, key);
  return key;
}

/** Always beside a word or on a button that has a name, hence hidden from screen readers. */
export function Icon({ node, size = 20 }: Props) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {node.map(([tag, attributes]) => h(tag, { ...attributes, key: keyOf(attributes) }))}
    </svg>
  );
}
