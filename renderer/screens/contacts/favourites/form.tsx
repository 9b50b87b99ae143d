import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/context.ts';
import { Field } from '../../../ui/field.tsx';

interface Props {
  readonly number: string;
  readonly name: string;
  readonly onSave: (number: string, name: string) => void;
  readonly onCancel: () => void;
}

export function FavouriteForm({ number, name, onSave, onCancel }: Props) {
  const words = useWords();
  const nameBox = useRef<HTMLInputElement>(null);
  const numberBox = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    nameBox.current?.focus();
  }, []);

  return (
    <form
      class="favourite-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(numberBox.current?.value ?? '', nameBox.current?.value ?? '');
      }}
      onKeyDown={(event) => {
        // Escape leaves the form, not the whole list.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <Field label={words.favourites.name} name="name" longest={80} value={name} elementRef={nameBox} />
      <Field
        label={words.favourites.number}
        name="number"
        inputMode="tel"
        longest={100}
        value={number}
        elementRef={numberBox}
      />
      <div class="side-by-side">
        <Button onPress={onCancel}>{words.cancel}</Button>
        <Button kind="primary" type="submit">
          {words.favourites.save}
        </Button>
      </div>
    </form>
  );
}
