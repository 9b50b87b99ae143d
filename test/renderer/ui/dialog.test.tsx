import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { Dialog } from '../../../renderer/ui/dialog.tsx';

const cancelled: string[] = [];
const ask = (question: string | null) =>
  act(() =>
    render(
      question && (
        <Dialog
          key={question}
          role="alertdialog"
          title={question}
          actions={null}
          onCancel={() => cancelled.push(question)}
        >
          {question}
        </Dialog>
      ),
      document.body,
    ),
  );
const shown = () => document.querySelector('dialog') as HTMLDialogElement;

/** As the platform does: of a dialog that was closed it tells once all that is due has run, whether it is on the page still or not. */
const closed = (dialog: HTMLDialogElement) => act(() => void dialog.dispatchEvent(new Event('close')));

test('a question that another one takes the place of answers nothing, for itself or for that other', async () => {
  await ask('first');
  const first = shown();
  await ask('second');
  await closed(first);
  expect([cancelled, shown().textContent]).toEqual([[], expect.stringContaining('second')]);
  await ask(null);
  expect(cancelled).toEqual([]);
});

test('one that the platform closes by itself is answered with no', async () => {
  await ask('first');
  await closed(shown());
  await act(() => void shown().dispatchEvent(new Event('cancel', { cancelable: true })));
  expect(cancelled).toEqual(['first', 'first']);
});
