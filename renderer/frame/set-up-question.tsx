import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SetUpState } from '../../app/contract/setup.ts';
import type { SetUp } from '../state/set-up.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureBox } from '../ui/failure-box.tsx';
import { Prose } from '../ui/prose.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { useArmed } from './armed.ts';
import './set-up-question.css';

type Asking = Extract<SetUpState, { kind: 'asking' }>;

/** What a link or a file would do, what it does, and what kept it from that. */
export function SetUpDialogs({ setUp }: { readonly setUp: SetUp }) {
  const words = useWords();
  const said = words.setUp;
  const state = setUp.state.value;
  switch (state.kind) {
    case 'asking':
      return (
        <Question
          key={state.question}
          asking={state}
          onYes={setUp.confirm}
          onCancel={() => setUp.dismiss(state.question)}
        />
      );
    case 'working':
      return (
        <Dialog
          role="dialog"
          title={said.working(state.extension, state.host)}
          onCancel={() => {}}
          actions={null}
        >
          <Spinner />
        </Dialog>
      );
    case 'failed':
      return (
        <Dialog
          role="alertdialog"
          title={almost.has(state.failure.code) ? said.notAll : said.failed}
          onCancel={() => setUp.dismiss(null)}
          class="set-up-failed"
          actions={<Button onPress={() => setUp.dismiss(null)}>{words.close}</Button>}
        >
          <FailureBox at="sign-in" failure={state.failure} />
        </Dialog>
      );
    case 'idle':
    case 'done':
      return null;
  }
}

/** Signed in all the same. */
const almost: ReadonlySet<string> = new Set(['set-up-no-keychain', 'set-up-kept', 'set-up-settings']);

interface Props {
  readonly asking: Asking;
  readonly onYes: () => void;
  readonly onCancel: () => void;
}

function Question({ asking, onYes, onCancel }: Props) {
  const words = useWords();
  const said = words.setUp;
  const yes = useRef<HTMLButtonElement>(null);
  const armed = useArmed(asking.armsAfter, yes);
  useLayoutEffect(() => {
    if (armed) yes.current?.focus();
  }, [armed]);
  return (
    <Dialog
      role="alertdialog"
      title={said.title(asking.extension, asking.host)}
      class="set-up"
      onCancel={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{words.cancel}</Button>
          <Button kind="primary" disabled={!armed} elementRef={yes} onPress={() => armed && onYes()}>
            {words.signIn.submit}
          </Button>
        </>
      }
    >
      {asking.signsOut && (
        <p>
          <Prose text={said.signsOut} />
        </p>
      )}
      <p>
        <Prose text={said.from[asking.from]} />
      </p>
      {asking.settings && (
        <p>
          <Prose text={said.settings} />
        </p>
      )}
      {asking.inQuery && (
        <p class="set-up-warning">
          <Prose text={said.inQuery} />
        </p>
      )}
      {asking.plainHttp && (
        <p class="set-up-warning">
          <Prose text={words.signIn.plainHttpNote} />
        </p>
      )}
    </Dialog>
  );
}
