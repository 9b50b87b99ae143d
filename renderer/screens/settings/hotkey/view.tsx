import { useId, useRef, useState } from 'preact/hooks';
import type { FailureCode } from '../../../../app/contract/failures.ts';
import type { HotkeyView, Settings, SettingsView } from '../../../../app/contract/settings.ts';
import { failureText } from '../../../../app/words/failure-text.ts';
import type { PageWords } from '../../../../app/words/page.en.ts';
import { Button } from '../../../ui/button.tsx';
import { choices } from '../../../ui/choices.ts';
import { useWords } from '../../../ui/context.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { LockMark } from '../../../ui/locked.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useLocked } from '../locked.ts';
import { Section } from '../section.tsx';
import { combinationOf } from './keys.ts';
import type { HotkeyField } from './state.ts';
import './view.css';

interface Props {
  readonly values: SettingsView;
  readonly field: HotkeyField;
  readonly boxField: HotkeyField;
  readonly change: (patch: Partial<Settings>) => void;
}

export function HotkeySection({ values, field, boxField, change }: Props) {
  const words = useWords();
  const { hotkeyNow, boxKeyNow } = values;
  const said = words.settings.hotkey;
  const locked = useLocked(values);
  return (
    <Section title={said.title}>
      <p class="aside">{hotkeyNow.copiesMarked && !values.copyMarkedText ? said.leadCopied : said.lead}</p>
      <KeyBox
        setting="hotkey"
        label={said.key}
        now={hotkeyNow}
        values={values}
        field={field}
        {...(isGiven(hotkeyNow) && { says: said.desktopGave })}
      />
      <FromDesktop now={hotkeyNow} onAsk={field.ask} />
      {hotkeyNow.command !== null && (
        <Command
          command={hotkeyNow.command}
          says={commandNotes(said)[hotkeyNow.desktop]}
          copy={said.copyCommand}
        />
      )}
      {hotkeyNow.wayland && <p class="aside">{said.wayland}</p>}
      <Select
        label={said.before}
        value={values.beforeHotkeyCall}
        options={choices<Settings['beforeHotkeyCall']>(said.beforeOptions)}
        {...locked('beforeHotkeyCall')}
        onChange={(chosen) => change({ beforeHotkeyCall: chosen })}
      />
      {hotkeyNow.copiesMarked && (
        <Switch
          label={said.copyMarked}
          on={values.copyMarkedText}
          {...locked('copyMarkedText', said.copyMarkedNote)}
          onChange={(copyMarkedText) => change({ copyMarkedText })}
        />
      )}
      <KeyBox
        setting="boxKey"
        label={said.boxKey}
        now={boxKeyNow}
        values={values}
        field={boxField}
        {...(boxKeyNow.command === null && {
          says: isGiven(boxKeyNow) ? said.desktopGave : said.boxKeyNote,
        })}
      />
      {boxKeyNow.command !== null && (
        <Command command={boxKeyNow.command} says={said.boxUnavailable} copy={said.boxCopy} />
      )}
    </Section>
  );
}

const isGiven = ({ desktop, state }: HotkeyView): boolean => desktop === 'given' && state === 'works';

interface KeyBoxProps extends Pick<Props, 'values' | 'field'> {
  readonly setting: 'hotkey' | 'boxKey';
  readonly label: string;
  readonly now: HotkeyView;
  /** What the key is for. */
  readonly says?: string;
}

/** Records the keys that are pressed in it; takes a combination that is typed or pasted, too. */
function KeyBox({ setting, label: name, now, says, values, field }: KeyBoxProps) {
  const words = useWords();
  const said = words.settings.hotkey;
  const { label, state, desktop } = now;
  const isNowhere = state === 'unavailable' && desktop === 'none';
  const { disabled, note } = useLocked(values)(setting);
  const id = useId();
  const [focused, setFocused] = useState(false);
  /** What is being typed; `null` where nothing is. As a reference, too: leaving the box comes before it is drawn again. */
  const [typed, draw] = useState<string | null>(null);
  const typing = useRef<string | null>(null);

  function type(text: string | null) {
    typing.current = text;
    draw(text);
  }

  function set(hotkey: string) {
    type(null);
    void field.set(hotkey);
  }

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    if (event.isComposing) return;
    const combination = event.repeat ? null : combinationOf(event);
    if (combination !== null) set(combination);
    else if (event.key === 'Escape') {
      type(null);
      event.currentTarget.blur();
    } else if (event.key === 'Enter') {
      if (typing.current !== null) set(typing.current);
    } else if ((event.key === 'Backspace' || event.key === 'Delete') && typing.current === null) set('');
    // Anything else types, or leaves by Tab.
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const failed = field.failure.value?.code ?? (state === 'taken' ? 'hotkey-taken' : null);
  return (
    <div class="field hotkey">
      <label class="field-label" for={id}>
        {name}
        {disabled && <LockMark />}
      </label>
      <input
        id={id}
        name={setting}
        class="field-input hotkey-box"
        type="text"
        maxLength={60}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        disabled={disabled || state === 'unavailable' || desktop === 'given'}
        value={state === 'unavailable' ? '' : (typed ?? label)}
        placeholder={focused ? said.record : isNowhere ? said.notHere : said.none}
        aria-invalid={failed === null ? undefined : 'true'}
        aria-describedby={`${id}-note`}
        onFocus={(event) => {
          setFocused(true);
          event.currentTarget.select();
          field.record(true);
        }}
        onBlur={() => {
          setFocused(false);
          if (typing.current !== null) set(typing.current);
          field.record(false);
        }}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="hotkey-note" id={`${id}-note`}>
        {failed !== null && <Refusal code={failed} />}
        {says !== undefined && <p class="aside">{says}</p>}
        {note !== undefined && <p class="aside lock-note">{note}</p>}
        {focused && <p class="aside">{said.recordNote}</p>}
      </div>
    </div>
  );
}

function Refusal({ code }: { readonly code: FailureCode }) {
  const words = useWords();
  const { what, todo } = failureText(words, { code }, { at: 'settings' });
  return (
    <p class="hotkey-refusal" role="alert">
      <strong>{what}</strong> {code === 'hotkey-taken' ? words.settings.hotkey.takenHere : todo}
    </p>
  );
}

const commandNotes = (
  said: PageWords['settings']['hotkey'],
): Readonly<Record<HotkeyView['desktop'], string>> => ({
  none: said.unavailable,
  given: said.desktopNoKey,
  offered: said.orCommand,
  declined: said.orCommand,
  failed: said.orCommand,
});

/** What a desktop says that gives keys to who asks. */
function FromDesktop({ now, onAsk }: { readonly now: HotkeyView; readonly onAsk: () => void }) {
  const said = useWords().settings.hotkey;
  const { desktop } = now;
  if (desktop === 'none' || desktop === 'given') return null;
  return (
    <div class="hotkey-command">
      <p role="status">{desktop === 'offered' ? said.desktopOffers : said.desktopDeclined}</p>
      <Button onPress={onAsk}>{said.desktopAsk}</Button>
    </div>
  );
}

interface CommandProps {
  readonly command: string;
  /** What to do with it. */
  readonly says: string;
  readonly copy: string;
}

function Command({ command, says, copy }: CommandProps) {
  return (
    <div class="hotkey-command">
      <p>{says}</p>
      <code lang="en">
        {/* Two dashes at the end of a line would look like a word of their own. */}
        {command.split(/(?= --)/).map((part, index) => (
          <span key={part} class={index === 0 ? undefined : 'whole'}>
            {part}
          </span>
        ))}
      </code>
      <CopyButton label={copy} text={command} />
    </div>
  );
}
