import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../app/contract/failures.ts';
import { useArriving } from '../../../renderer/screens/contacts/arriving.ts';
import { createContacts } from '../../../renderer/screens/contacts/state.ts';
import { otherSide } from '../bridge.ts';

const seen = { import: 'i', fresh: 2, changed: 0, same: 0, withoutNumber: 0, damagedLines: 0, people: [] };

function shown() {
  const side = otherSide({ 'contacts.readFile': () => ok(seen) });
  const state = createContacts(side.bridge);
  function Screen() {
    const { pane, isOver } = useArriving(state);
    return (
      <div ref={pane}>
        <ul id="list" />
        {isOver && <p>over</p>}
      </div>
    );
  }
  act(() =>
    render(
      <div>
        <header id="header" />
        <Screen />
        <nav id="tabs" />
        <dialog id="question" />
      </div>,
      document.body,
    ),
  );
  return side;
}

afterEach(() => act(() => render(null, document.body)));

/** Whether the page took it; what it leaves is looked at for a set-up file. */
function carry(kind: 'dragover' | 'dragleave' | 'drop', to: string, name: string): boolean {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  Object.assign(event, { relatedTarget: null });
  const files = [new File(['x'], name)];
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files } });
  act(() => void document.getElementById(to)?.dispatchEvent(event));
  return event.defaultPrevented;
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

test.each([
  ['list', 'people.vcf', true],
  ['list', 'people.txt', true],
  ['header', 'people.vcf', true],
  ['tabs', 'PEOPLE.CSV', true],
  ['header', 'setup.json', false],
  ['tabs', 'people.vcf.json', false],
  ['question', 'people.vcf', false],
])('on the %s of the contacts, %s is read: %s', async (to, name, taken) => {
  const side = shown();
  expect(carry('drop', to, name)).toBe(taken);
  await soon();
  expect(side.asked('contacts.readFile')).toHaveLength(taken ? 1 : 0);
});

test.each(['list', 'header', 'tabs'])(
  'a file above the %s is told that it may be dropped, until it leaves',
  (on) => {
    shown();
    carry('dragover', on, 'people.vcf');
    expect(document.body.textContent).toBe('over');
    carry('dragleave', on, 'people.vcf');
    expect(document.body.textContent).toBe('');
  },
);

test('on another screen nothing takes it any more', async () => {
  const side = shown();
  act(() => render(<header id="header" />, document.body));
  expect(carry('drop', 'header', 'people.vcf')).toBe(false);
  await soon();
  expect(side.asked('contacts.readFile')).toEqual([]);
});
