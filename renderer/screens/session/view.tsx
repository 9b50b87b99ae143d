import { ChevronDown, PhoneOutgoing } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Authentication, RequestWay } from '../../../app/contract/session.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { choices } from '../../ui/choices.ts';
import { useWords } from '../../ui/context.ts';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import type { SignInState, Typed } from './state.ts';
import './view.css';

function typedIn(form: HTMLFormElement): Typed {
  const data = new FormData(form);
  const text = (name: keyof Typed) => String(data.get(name) ?? '');
  return {
    address: text('address'),
    apiKey: text('apiKey'),
    apiSecret: text('apiSecret'),
    extension: text('extension'),
    agentId: text('agentId'),
  };
}

export function SignInView({ state }: { readonly state: SignInState }) {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  const trouble = useRef<HTMLDivElement>(null);
  const failure = state.failure.value;
  const about = (name: keyof Typed) => ({
    name,
    label: words.signIn[name],
    invalid: state.wrong.value.includes(name),
  });

  useLayoutEffect(() => {
    form.current?.querySelector('input')?.focus();
    const [keyInput, secretInput] = [key.current, secret.current];
    // Signed in: the main process has them, and nothing on this side should, not even an input on its way out.
    return () => {
      if (keyInput) keyInput.value = '';
      if (secretInput) secretInput.value = '';
    };
  }, []);

  useLayoutEffect(() => {
    if (failure !== null) trouble.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const here = form.current;
    if (here === null) return;
    const signedIn = await state.submit(typedIn(here));
    if (signedIn) here.reset();
    else here.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }

  return (
    <main class="sign-in">
      <form ref={form} onSubmit={submit} noValidate>
        <header class="sign-in-head">
          <span class="sign-in-mark">
            <Icon node={PhoneOutgoing} size={22} />
          </span>
          <h1>{words.signIn.title}</h1>
          <p>{words.signIn.lead}</p>
        </header>
        <Field {...about('address')} inputMode="url" example={words.signIn.addressHint} maxLength={2000} />
        <Field {...about('apiKey')} maxLength={1000} elementRef={key} />
        <Field {...about('apiSecret')} type="password" maxLength={1000} elementRef={secret} />
        <div class="sign-in-pair">
          <Field {...about('extension')} example={words.signIn.extensionHint} maxLength={40} />
          <Field {...about('agentId')} aside={words.signIn.optional} maxLength={40} />
        </div>
        <Advanced state={state} />
        {failure !== null && (
          <div ref={trouble}>
            <FailureBox role="alert" at="sign-in" failure={failure} />
          </div>
        )}
        {state.asksForPlainHttp.value && <PlainHttp state={state} />}
        <Button
          kind="primary"
          type="submit"
          class="sign-in-go"
          disabled={state.busy.value}
          busy={state.busy.value}
        >
          {words.signIn.submit}
        </Button>
      </form>
    </main>
  );
}

function Advanced({ state }: { readonly state: SignInState }) {
  const words = useWords();
  const open = state.advanced.value;
  const way = state.authentication.value;
  const offered = choices<RequestWay>(words.signIn.requestWays).filter(
    ({ value }) => way !== 'body' || value === 'post',
  );
  const note = { header: undefined, body: undefined, query: words.signIn.queryNote }[way];
  return (
    <div class={open ? 'advanced advanced-open' : 'advanced'}>
      <Button
        kind="quiet"
        icon={ChevronDown}
        expanded={open}
        controls="advanced"
        onPress={state.toggleAdvanced}
      >
        {words.signIn.advanced}
      </Button>
      <div id="advanced" class="advanced-body" hidden={!open}>
        <Select
          label={words.signIn.authentication}
          value={way}
          options={choices<Authentication>(words.signIn.authenticationWays)}
          note={note}
          onChange={state.chooseAuthentication}
        />
        <Select
          label={words.signIn.requests}
          value={state.requests.value}
          options={offered}
          note={way === 'body' ? words.signIn.bodyNote : undefined}
          onChange={state.chooseRequests}
        />
        {!state.asksForPlainHttp.value && <PlainHttp state={state} />}
      </div>
    </div>
  );
}

function PlainHttp({ state }: { readonly state: SignInState }) {
  const words = useWords();
  return (
    <Checkbox
      label={words.signIn.allowPlainHttp}
      note={words.signIn.plainHttpNote}
      on={state.allowPlainHttp.value}
      onChange={state.choosePlainHttp}
    />
  );
}
