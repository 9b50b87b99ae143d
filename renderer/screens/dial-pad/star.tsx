import { Star as StarIcon } from 'lucide';
import type { Favourite } from '../../../app/contract.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import type { FavouritesPanel } from '../favourites/state.ts';
import { typedIn } from './number-field.ts';
import type { DialPadState } from './state.ts';

interface Props {
  readonly state: DialPadState;
  readonly favourites: readonly Favourite[];
  readonly panel: FavouritesPanel;
}

/** To the favourites; with a number that is not among them, to keeping it. */
export function Star({ state, favourites, panel }: Props) {
  const words = useWords();
  const typed = state.typed.value;
  const isKept = favourites.some(({ number, display }) =>
    [typedIn(number), typedIn(display)].includes(typed),
  );
  const adds = typed !== '' && !isKept;
  const label = adds ? words.favourites.addThis : words.favourites.title;
  return (
    <Button
      kind="quiet"
      class={isKept ? 'star star-kept' : 'star'}
      icon={StarIcon}
      label={label}
      title={label}
      onPress={() => {
        if (!adds) panel.show();
        else panel.show({ id: null, number: state.field.peek().shown, name: state.whose.peek()?.name ?? '' });
      }}
    />
  );
}
