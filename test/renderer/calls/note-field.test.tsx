import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { longestNote as ofContract } from '../../../app/contract/calls.ts';
import { en } from '../../../app/words/en.ts';
import { longestNote, NoteField } from '../../../renderer/screens/calls/note-field.tsx';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';

afterEach(() => render(null, document.body));

function field(note: string) {
  const typed: string[] = [];
  const unused = () => undefined;
  act(() =>
    render(
      <SurroundingsContext.Provider
        value={{ words: en, version: '', lookAtCertificate: unused, askProxyPassword: unused }}
      >
        <NoteField
          note={note}
          now={() => note}
          tags={['vip']}
          onNote={(text) => typed.push(text)}
          onNoteEnd={unused}
        />
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );
  const box = document.querySelector('textarea');
  if (box === null) throw new Error('no field');
  return {
    box,
    typed,
    /** What the field holds once it is typed or pasted, the caret behind it. */
    put(text: string, caret = text.length) {
      box.value = text;
      box.setSelectionRange(caret, caret);
      act(() => void box.dispatchEvent(new InputEvent('input', { bubbles: true })));
    },
    alert: () => document.querySelector('[role=alert]')?.textContent,
    said: () => document.querySelector('.call-note p')?.textContent,
  };
}

test('the page and the store hold a note for too long from the same letter on', () => {
  expect(longestNote).toBe(ofContract);
});

test.each([
  ['at the end', (note: string, more: string) => note + more],
  ['at the beginning', (note: string, more: string) => more + note],
  ['in the middle', (note: string, more: string) => `${note.slice(0, 5)}${more}${note.slice(5)}`],
])(
  'what is pasted %s and is too long cuts nothing: what was typed stays, and how much it was too long is said',
  (_, pasted) => {
    const { box, put, typed, alert } = field('');
    const note = 'ลูกค้าขอใบเสนอราคา #ด่วน';
    put(note);
    const more = 'x'.repeat(longestNote - note.length + 100);
    put(pasted(note, more));
    expect(box.value).toBe(note);
    expect(typed.at(-1)).toBe(note);
    expect(alert()).toBe('That is 100 characters too long, and was not added.');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    put(`${note}!`);
    expect([box.value, typed.at(-1), alert()]).toEqual([`${note}!`, `${note}!`, undefined]);
  },
);

test('near its end, a note says how much room there is', () => {
  const { put, said } = field('');
  put('x'.repeat(longestNote - 101));
  expect(said()).toBeUndefined();
  put('x'.repeat(longestNote - 100));
  expect(said()).toBe('100 characters left');
  put('x'.repeat(longestNote - 1));
  expect(said()).toBe('1 character left');
  put('x'.repeat(longestNote));
  expect(said()).toBe('0 characters left');
});

test('of two notes that became one, which is too long, all is there, and may be made shorter', () => {
  const whole = 'x'.repeat(longestNote + 500);
  const { box, put, alert } = field(whole);
  expect(box.value).toBe(whole);
  put(`${whole}y`);
  expect([box.value, alert()]).toEqual([whole, 'That is 501 characters too long, and was not added.']);
  put(whole.slice(0, -1));
  expect([box.value.length, alert()]).toEqual([whole.length - 1, undefined]);
});

test('a mark that is added beside the field stays when somebody types on in it', () => {
  const typed: string[] = [];
  let kept = 'price?';
  const unused = () => undefined;
  const draw = (note: string) =>
    act(() =>
      render(
        <SurroundingsContext.Provider
          value={{ words: en, version: '', lookAtCertificate: unused, askProxyPassword: unused }}
        >
          <NoteField
            note={note}
            now={() => kept}
            tags={[]}
            onNote={(text) => typed.push(text)}
            onNoteEnd={unused}
          />
        </SurroundingsContext.Provider>,
        document.body,
      ),
    );
  draw(kept);
  const box = document.querySelector('textarea');
  kept = 'price?\n0:12 agreed';
  draw(kept);
  expect(box?.value).toBe(kept);
  // The next one is not drawn yet.
  kept = `${kept}\n0:20`;
  act(() => box?.focus());
  expect(box?.value).toBe(kept);
  // Under the hand of who types, nothing changes.
  kept = 'something else';
  draw(kept);
  expect(box?.value).toBe('price?\n0:12 agreed\n0:20');
  expect(typed).toEqual([]);
});
