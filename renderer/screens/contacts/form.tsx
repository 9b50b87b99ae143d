import { Plus, X } from 'lucide';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../../app/contract/failures.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Field } from '../../ui/field.tsx';
import { RoomLeft, useRoom } from '../../ui/room.tsx';
import { labelIn, labelOf } from './labels.ts';
import type { Form, TypedContact } from './state.ts';

interface Props {
  readonly form: Form;
  readonly failure: Failure | null;
  readonly onSave: (typed: TypedContact) => void;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}

const most = 20;
const longestNote = 2_000;

export function ContactForm({ form, failure, onSave, onDelete, onCancel }: Props) {
  const words = useWords();
  const { form: text, labels } = words.contacts;
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLInputElement>(null);
  // What is written stands, whatever is drawn meanwhile: a refusal says why, and takes nothing away.
  const [typed, setTyped] = useState(() => begun(form.begin, labels));
  const write = (part: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...part }));
  const writeNumber = (key: number, part: { number?: string; label?: string }) =>
    setTyped((now) => ({
      ...now,
      rows: now.rows.map((row) => (row.key === key ? { ...row, ...part } : row)),
    }));
  const { rows } = typed;
  const filled = rows.filter(({ number }) => number.trim() !== '');
  const isRefused = (row: (typeof rows)[number]) =>
    failure?.code === 'contact-without-number'
      ? filled.length === 0
      : failure?.code === 'not-a-number' && filled.length === 1 && row === filled[0];
  const room = useRoom(typed.note, longestNote);

  useLayoutEffect(() => first.current?.focus(), []);
  // What has to be mended is where typing goes on.
  useLayoutEffect(
    () => element.current?.querySelector<HTMLElement>('[name^="number-"][aria-invalid="true"]')?.focus(),
    [failure],
  );

  const add = () => {
    const key = Math.max(...rows.map((row) => row.key), -1) + 1;
    write({ rows: [...rows, { number: '', label: '', key }] });
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>(`[name="number-${key}"]`)?.focus(),
    );
  };
  const save = () =>
    onSave({
      ...{ name: typed.name, nickname: typed.nickname ?? '', company: typed.company, note: typed.note },
      numbers: rows.map(({ key: _, label, ...row }) => ({ ...row, label: labelOf(labels, label) })),
    });

  return (
    <Dialog
      role="dialog"
      title={form.id === null ? text.title : text.editTitle}
      class="contact-form"
      onCancel={onCancel}
      actions={null}
    >
      <form
        ref={element}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {failure !== null && <FailureBox role="alert" at="settings" failure={failure} />}
        <div class="contact-form-fields">
          <Field
            label={text.name}
            name="name"
            longest={120}
            value={typed.name}
            onInput={(name) => write({ name })}
            elementRef={first}
          />
          <Field
            label={text.nickname}
            name="nickname"
            longest={60}
            value={typed.nickname ?? ''}
            onInput={(nickname) => write({ nickname })}
          />
          <Field
            label={text.company}
            name="company"
            longest={120}
            value={typed.company}
            onInput={(company) => write({ company })}
          />
          {rows.map((row, index) => (
            <div key={row.key} class="contact-form-number">
              <Field
                label={text.number}
                name={`number-${row.key}`}
                inputMode="tel"
                longest={100}
                value={row.number}
                invalid={isRefused(row)}
                onInput={(number) => writeNumber(row.key, { number })}
              />
              <Field
                label={text.label}
                name={`label-${row.key}`}
                longest={40}
                example={text.labelHint}
                list={`${id}-labels`}
                value={row.label}
                onInput={(label) => writeNumber(row.key, { label })}
              />
              {rows.length > 1 && (
                <IconButton
                  small
                  icon={X}
                  label={`${text.removeNumber} ${index + 1}`}
                  onPress={() => write({ rows: rows.filter((one) => one !== row) })}
                />
              )}
            </div>
          ))}
          <datalist id={`${id}-labels`}>
            {Object.values(labels).map((label) => (
              <option key={label} value={label} />
            ))}
          </datalist>
          {rows.length < most && (
            <Button kind="quiet" class="contact-form-add" icon={Plus} onPress={add}>
              {text.addNumber}
            </Button>
          )}
          <div class="field">
            <label class="field-label" for={`${id}-note`}>
              {text.note}
            </label>
            <textarea
              id={`${id}-note`}
              class="field-input"
              name="note"
              rows={2}
              spellcheck={false}
              value={typed.note}
              aria-invalid={room.tooMany !== null}
              onInput={(event) => !event.isComposing && write({ note: room.take(event.currentTarget) })}
              onCompositionEnd={(event) => write({ note: room.take(event.currentTarget) })}
            />
            <RoomLeft length={typed.note.length} longest={longestNote} tooMany={room.tooMany} />
          </div>
        </div>
        <div class="contact-form-actions">
          {form.id !== null && (
            <Button kind="quiet" class="contact-delete" onPress={onDelete}>
              {text.delete}
            </Button>
          )}
          <Button onPress={onCancel}>{text.cancel}</Button>
          <Button kind="primary" type="submit">
            {text.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** With labels in the page's language, and a number to begin with. */
function begun({ numbers, ...contact }: TypedContact, labels: PageWords['contacts']['labels']) {
  const all: TypedContact['numbers'] = numbers.length === 0 ? [{ number: '', label: '' }] : numbers;
  return { ...contact, rows: all.map((one, key) => ({ ...one, key, label: labelIn(labels, one.label) })) };
}
