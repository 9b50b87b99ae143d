import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ProxyQuestion } from '../../app/contract/proxy.ts';
import type { ProxyState } from '../state/proxy.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Prose } from '../ui/prose.tsx';
import './proxy-password.css';

interface Props {
  readonly question: ProxyQuestion;
  readonly state: ProxyState;
}

/** A proxy wants to know who asks. What is typed passes through, and is kept by nothing here. */
export function ProxyPassword({ question, state }: Props) {
  const words = useWords();
  const said = words.proxyPassword;
  const [shown, setShown] = useState(false);
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    const [userInput, passwordInput] = [user.current, password.current];
    if (userInput) userInput.value = question.user;
    (question.user === '' ? userInput : passwordInput)?.focus();
    return () => {
      if (passwordInput) passwordInput.value = '';
    };
  }, []);

  function submit(event?: Event): void {
    event?.preventDefault();
    const name = user.current?.value.trim() ?? '';
    if (name === '') {
      user.current?.focus();
      return;
    }
    void state.answer(name, password.current?.value ?? '');
  }

  return (
    <Dialog
      role="dialog"
      title={said.title}
      class="proxy-password"
      onCancel={state.decline}
      actions={
        <>
          <Button onPress={state.decline}>{words.cancel}</Button>
          <Button kind="primary" onPress={submit}>
            {said.goOn}
          </Button>
        </>
      }
    >
      <p role={question.wrong ? 'alert' : undefined}>
        <Prose text={question.wrong ? said.wrong(question.proxy) : said.asks(question.proxy)} />
      </p>
      <form onSubmit={submit} noValidate>
        <Field label={said.user} name="proxyUser" longest={300} elementRef={user} />
        <Field
          label={said.password}
          name="proxyPassword"
          secret={{ label: said.show, shown, onShow: setShown }}
          longest={1000}
          elementRef={password}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
