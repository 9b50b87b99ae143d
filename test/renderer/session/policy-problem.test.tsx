import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { defaults, Managed } from '../../../app/contract/settings.ts';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';
import { createSignIn } from '../../../renderer/screens/session/state.ts';
import { SignInView } from '../../../renderer/screens/session/view.tsx';
import { createSession } from '../../../renderer/state/session.ts';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { otherSide } from '../bridge.ts';

const nothing = () => undefined;
const problems = Managed.entries.problem.wrapped.options;

afterEach(() => act(() => render(null, document.body)));

it.each(problems.flatMap((problem) => [en, th].map((words) => [problem, words] as const)))(
  'what is wrong with the policy of IT (%s) stands on the sign-in form as well',
  (problem, words) => {
    const { bridge } = otherSide({});
    const view = signal({ ...defaults, managed: { rules: [], keys: [], problem } });
    act(() =>
      render(
        <SurroundingsContext.Provider
          value={{ words, version: '1', lookAtCertificate: nothing, askProxyPassword: nothing }}
        >
          <SignInView
            state={createSignIn(bridge, createSession(bridge), nothing)}
            again={0}
            onSetUpFile={nothing}
            settings={{ view } as never}
            diagnostics={{ busy: signal(false), saved: signal(false), failure: signal(null) } as never}
          />
        </SurroundingsContext.Provider>,
        document.body,
      ),
    );
    const told = (text: string | null | undefined) => text?.replaceAll(/[\s\u200b\u2060]+/g, '');
    expect(told(document.querySelector('form')?.textContent)).toContain(told(words.managed.problem[problem]));
  },
);
