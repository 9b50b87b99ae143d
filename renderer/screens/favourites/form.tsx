import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Field } from '../../ui/field.tsx';
import type { Sentence } from '../../words/en.ts';
import type { Draft } from './state.ts';

interface Props {
  readonly draft: Draft;
  /** Why it could not be saved. */
  readonly why: Sentence | null;
  readonly onSave: (number: string, name: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** A favourite being made or changed. Enter saves it. */
export function DraftForm({ draft, why, onSave, onCancel }: Props) {
  const words = useWords();
  const name = useRef<HTMLInputElement>(null);
  const number = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);

  useLayoutEffect(() => {
    if (name.current) name.current.value = draft.name;
    if (number.current) number.current.value = draft.number;
    name.current?.focus();
    name.current?.select();
    name.current?.closest('form')?.scrollIntoView({ block: 'nearest' });
  }, []);
  // It is the number that could not be taken.
  useLayoutEffect(() => {
    if (why !== null) number.current?.focus();
  }, [why]);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await onSave(number.current?.value ?? '', name.current?.value ?? '');
    setBusy(false);
  }

  return (
    <form
      class="favourite-form"
      aria-label={draft.id === null ? words.favourites.newOne : words.favourites.changeOne}
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <Field
        label={words.favourites.name}
        aside={words.signIn.optional}
        name="name"
        example={words.favourites.nameHint}
        maxLength={60}
        elementRef={name}
      />
      <Field
        label={words.favourites.number}
        name="number"
        inputMode="tel"
        example={words.favourites.numberHint}
        maxLength={80}
        invalid={why !== null}
        elementRef={number}
      />
      {why !== null && (
        <p class="favourites-failure" role="alert">
          {why.what} {why.todo}
        </p>
      )}
      <div class="favourite-form-actions">
        <Button onPress={onCancel}>{words.cancel}</Button>
        <Button kind="primary" type="submit" disabled={busy}>
          {words.favourites.save}
        </Button>
      </div>
    </form>
  );
}
