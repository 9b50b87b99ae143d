import type { Going } from '../../app/contract/retention.ts';
import { useWords } from './context.ts';
import './going-list.css';

/** What goes from this computer, a line each. */
export function GoingList({ going }: { readonly going: Going }) {
  const { kept } = useWords();
  const kinds = Object.keys(going) as (keyof Going)[];
  return (
    <ul class="going-list figures">
      {kinds
        .filter((kind) => going[kind] > 0)
        .map((kind) => (
          <li key={kind}>{kept.going[kind](going[kind])}</li>
        ))}
    </ul>
  );
}
