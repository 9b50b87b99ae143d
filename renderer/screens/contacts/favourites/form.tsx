import { useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  // What was typed stays, whatever is drawn meanwhile: another language, say.
  const [typed, setTyped] = useState({ number, name });

  useLayoutEffect(() => {
    nameBox.current?.focus();
  }, []);

  return (
    <form
      class="favourite-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(typed.number, typed.name);
      }}
      onKeyDown={(event) => {
        // Escape leaves the form, not the whole list.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <Field
        label={words.favourites.name}
        name="name"
        longest={80}
        value={typed.name}
        onInput={(name) => setTyped((before) => ({ ...before, name }))}
        elementRef={nameBox}
      />
      <Field
        label={words.favourites.number}
        name="number"
        inputMode="tel"
        longest={100}
        value={typed.number}
        onInput={(number) => setTyped((before) => ({ ...before, number }))}
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
