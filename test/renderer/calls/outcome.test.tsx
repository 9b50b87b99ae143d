import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { DialState } from '../../../app/contract/dialing.ts';
import { en } from '../../../app/words/en.ts';
import { OutcomeView } from '../../../renderer/screens/dialing/outcome.tsx';
import { createDialling } from '../../../renderer/state/dialing.ts';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { useGoesOn } from '../../../renderer/ui/goes-on.ts';
import { otherSide } from '../bridge.ts';

const failed: DialState = { kind: 'failed', display: '081 234 5678', failure: { code: 'refused' } };
const placed: DialState = { kind: 'placed', display: '081 234 5678', extension: null, message: '' };

function beside() {
  const { bridge, tell } = otherSide({});
  const dialling = createDialling(bridge);
  const nothing = () => {};
  function Screen() {
    const pane = useRef<HTMLDivElement>(null);
    useGoesOn(pane, '.recent-outcome', dialling.dismissFailure);
    return (
      <div ref={pane}>
        <input />
        <ul>
          <li>a row</li>
        </ul>
        <div class="recent-outcome">
          <OutcomeView outcome={dialling.outcome.value} phone="101" onDismiss={dialling.dismissFailure} />
        </div>
      </div>
    );
  }
  const draw = () =>
    act(() =>
      render(
        <SurroundingsContext.Provider
          value={{ words: en, version: '1', lookAtCertificate: nothing, askProxyPassword: nothing }}
        >
          <Screen />
        </SurroundingsContext.Provider>,
        document.body,
      ),
    );
  const say = (state: DialState) => {
    tell('dial.changed', state);
    draw();
  };
  draw();
  return { dialling, say };
}
afterEach(() => render(null, document.body));

const press = (selector: string) =>
  document.querySelector(selector)?.dispatchEvent(new MouseEvent('click', { bubbles: true }));

it('a failed call back can be closed', () => {
  const { dialling, say } = beside();
  say(failed);
  expect(document.querySelector('.outcome')?.textContent).toContain('081 234 5678 was not called.');
  press('.outcome-dismiss');
  expect(dialling.outcome.value).toBeNull();
});

it('it goes with the next thing that is done: a press, or a search', () => {
  const { dialling, say } = beside();
  say(failed);
  press('li');
  expect(dialling.outcome.value).toBeNull();
  say({ kind: 'idle' });
  say(failed);
  document.querySelector('input')?.dispatchEvent(new Event('input', { bubbles: true }));
  expect(dialling.outcome.value).toBeNull();
});

it('it stays while it is read: a press on it takes nothing away', () => {
  const { dialling, say } = beside();
  say(failed);
  press('.outcome .failure-what');
  expect(dialling.outcome.value).toEqual(failed);
});

it('which phone to pick up stays, whatever is done meanwhile, and has no button', () => {
  const { dialling, say } = beside();
  say(placed);
  press('li');
  expect(dialling.outcome.value).toEqual(placed);
  expect(document.querySelector('.outcome-dismiss')).toBeNull();
});
