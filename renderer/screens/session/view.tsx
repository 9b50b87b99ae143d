import { ChevronDown, FileKey, PhoneOutgoing } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Authentication, RequestWay } from '../../../app/contract/session.ts';
import type { SettingsState } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { choices } from '../../ui/choices.ts';
import { useWords } from '../../ui/context.ts';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Prose } from '../../ui/prose.tsx';
import { Select } from '../../ui/select.tsx';
import type { DiagnosticsState } from '../settings/diagnostics/state.ts';
import { Diagnostics } from '../settings/diagnostics/view.tsx';
import { ProxySetting } from '../settings/network/proxy.tsx';
import type { SignInState, Typed } from './state.ts';
import './view.css';

function typedIn(form: HTMLFormElement): Typed {
  // Not by `FormData`: what is locked is disabled, and left out there.
  const text = (name: keyof Typed) => boxIn(form, name)?.value ?? '';
  return {
    address: text('address'),
    apiKey: text('apiKey'),
    apiSecret: text('apiSecret'),
    extension: text('extension'),
    agentId: text('agentId'),
  };
}

function boxIn(form: HTMLFormElement, name: keyof Typed): HTMLInputElement | null {
  const box = form.elements.namedItem(name);
  return box instanceof HTMLInputElement ? box : null;
}

const trouble = 'sign-in-trouble';

interface Props {
  readonly state: SignInState;
  /** Each time it changes, what was typed is worth another try. */
  readonly again: number;
  readonly onSetUpFile: () => void;
  readonly settings: SettingsState;
  readonly diagnostics: DiagnosticsState;
}

export function SignInView({ state, again, onSetUpFile, settings, diagnostics }: Props) {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const before = useRef(again);
  const failure = state.failure.value;
  // A field that is empty is nothing for the help desk.
  const isForIt = failure?.details !== undefined;
  const begins = state.begins.value;
  const locked: readonly string[] = state.locked.value;
  const problem = settings.view.value?.managed.problem ?? null;
  const about = (name: keyof Typed) => {
    const invalid = state.wrong.value.includes(name);
    const isLocked = locked.includes(name);
    return {
      name,
      label: words.signIn[name],
      disabled: isLocked,
      onInput: () => state.fieldTyped(name),
      ...(isLocked ? { aside: words.managed.label } : {}),
      ...(invalid ? { invalid, describedBy: trouble } : {}),
    };
  };

  useLayoutEffect(() => {
    const here = form.current;
    if (here === null) return;
    for (const name of ['address', 'extension', 'agentId'] as const) {
      const box = boxIn(here, name);
      if (box === null) continue;
      // Nobody typed it: the page may go without it.
      box.defaultValue = begins[name];
      box.value = begins[name];
    }
    const boxes = [...here.querySelectorAll<HTMLInputElement>('.field input:enabled')];
    boxes.find(({ value }) => value === '')?.focus();
  }, [begins]);

  useLayoutEffect(() => {
    const hidden = () => document.hidden && state.reveal(false);
    document.addEventListener('visibilitychange', hidden);
    const [keyInput, secretInput] = [key.current, secret.current];
    // Signed in: the main process has them, and nothing on this side should, not even an input on its way out.
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      if (keyInput) keyInput.value = '';
      if (secretInput) secretInput.value = '';
    };
  }, []);

  useLayoutEffect(() => {
    if (failure !== null) said.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);

  useLayoutEffect(() => {
    if (again !== before.current) form.current?.requestSubmit();
    before.current = again;
  }, [again]);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const here = form.current;
    if (here === null) return;
    const signedIn = await state.submit(typedIn(here));
    if (signedIn) here.reset();
    else here.querySelector<HTMLInputElement>('[aria-invalid="true"]:enabled')?.focus();
  }

  return (
    <main class="sign-in">
      <form ref={form} onSubmit={submit} noValidate>
        <header class="sign-in-head">
          <span class="sign-in-mark">
            <Icon node={PhoneOutgoing} size={22} />
          </span>
          <h1>{words.signIn.title}</h1>
          <p>
            <Prose text={words.signIn.lead} />
          </p>
        </header>
        {problem !== null && <Notice text={words.managed.problem[problem]} />}
        <Field {...about('address')} inputMode="url" example={words.signIn.addressHint} longest={2000} />
        <Field {...about('apiKey')} longest={1000} elementRef={key} />
        <Field
          {...about('apiSecret')}
          longest={1000}
          elementRef={secret}
          secret={{ label: words.signIn.showSecret, shown: state.revealed.value, onShow: state.reveal }}
        />
        <div class="sign-in-pair">
          <Field {...about('extension')} example={words.signIn.extensionHint} longest={40} />
          <Field aside={words.signIn.optional} {...about('agentId')} longest={40} />
        </div>
        <Advanced state={state} onSetUpFile={onSetUpFile} settings={settings}>
          {!isForIt && <Diagnostics state={diagnostics} />}
        </Advanced>
        {failure !== null && (
          <div ref={said} id={trouble}>
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
        {isForIt && <Diagnostics state={diagnostics} />}
      </form>
    </main>
  );
}

interface AdvancedProps extends Pick<Props, 'state' | 'onSetUpFile' | 'settings'> {
  readonly children: ComponentChildren;
}

function Advanced({ state, onSetUpFile, settings, children }: AdvancedProps) {
  const words = useWords();
  const open = state.advanced.value;
  const values = settings.view.value;
  const way = state.authentication.value;
  const offered = choices<RequestWay>(words.signIn.requestWays).filter(
    ({ value }) => way !== 'body' || value === 'post',
  );
  const locked = state.locked.value;
  // Where IT locked GET, no body can carry the token.
  const ways = choices<Authentication>(words.signIn.authenticationWays).filter(
    ({ value }) =>
      value === way || value !== 'body' || !locked.includes('requests') || state.requests.value === 'post',
  );
  const lockedNote = (field: 'authentication' | 'requests', note: string | undefined) =>
    locked.includes(field) ? { disabled: true, note: words.managed.note } : { note };
  const note = { header: undefined, body: undefined, query: words.signIn.queryNote }[way];
  return (
    <div class={open ? 'advanced advanced-open' : 'advanced'}>
      <div class="row advanced-head">
        <Button
          kind="quiet"
          icon={ChevronDown}
          expanded={open}
          controls="advanced"
          onPress={state.toggleAdvanced}
        >
          {words.signIn.advanced}
        </Button>
        <Button kind="quiet" icon={FileKey} onPress={onSetUpFile}>
          {words.setUp.open}
        </Button>
      </div>
      <div id="advanced" class="advanced-body" hidden={!open}>
        <Select
          label={words.signIn.authentication}
          value={way}
          options={ways}
          {...lockedNote('authentication', note)}
          onChange={state.chooseAuthentication}
        />
        <Select
          label={words.signIn.requests}
          value={state.requests.value}
          options={offered}
          {...lockedNote('requests', way === 'body' ? words.signIn.bodyNote : undefined)}
          onChange={state.chooseRequests}
        />
        {values !== null && <ProxySetting values={values} change={(patch) => void settings.change(patch)} />}
        {!state.asksForPlainHttp.value && <PlainHttp state={state} />}
        {children}
      </div>
    </div>
  );
}

function PlainHttp({ state }: { readonly state: SignInState }) {
  const words = useWords();
  const isLocked = state.locked.value.includes('allowPlainHttp');
  return (
    <Checkbox
      label={words.signIn.allowPlainHttp}
      note={isLocked ? words.managed.note : words.signIn.plainHttpNote}
      disabled={isLocked}
      on={state.allowPlainHttp.value}
      onChange={state.choosePlainHttp}
    />
  );
}
