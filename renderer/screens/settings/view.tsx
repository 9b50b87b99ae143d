import { TriangleAlert } from 'lucide';
import type { NumberForm, Settings, SettingsView as Values } from '../../../app/contract/settings.ts';
import { countriesIn } from '../../../app/words/countries.ts';
import { ownNames } from '../../../app/words/languages.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import { type SettingsState, type Theme, textSizes } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { choices } from '../../ui/choices.ts';
import { useWords } from '../../ui/context.ts';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Prose } from '../../ui/prose.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { DiagnosticsState } from './diagnostics/state.ts';
import { Diagnostics } from './diagnostics/view.tsx';
import type { DirectoryState } from './directory/state.ts';
import { DirectorySection } from './directory/view.tsx';
import type { HotkeyField } from './hotkey/state.ts';
import { HotkeySection } from './hotkey/view.tsx';
import { useLocked } from './locked.ts';
import { Missed } from './missed.tsx';
import { NetworkSection } from './network/view.tsx';
import type { OpenInField } from './open-in/state.ts';
import { OpenIn } from './open-in/view.tsx';
import type { NotesFileState } from './retention/notes-state.ts';
import type { KeptState } from './retention/state.ts';
import { Kept } from './retention/view.tsx';
import type { RulesState } from './rules/state.ts';
import { RulesSection } from './rules/view.tsx';
import { Section } from './section.tsx';
import { timeZones } from './time-zones.ts';
import { CheckForUpdates, Updates, updatesLine } from './updates.tsx';
import './view.css';

/** Digits of an extension. Where they are longer, IT said so: whole telephone numbers are, too. */
const lengths = [1, 2, 3, 4, 5, 6, 7, 8] as const;

interface Props {
  readonly settings: SettingsState;
  readonly rules: RulesState;
  readonly hotkey: HotkeyField;
  readonly boxKey: HotkeyField;
  readonly kept: KeptState;
  readonly notesFile: NotesFileState;
  readonly openIn: OpenInField;
  readonly directory: DirectoryState;
  readonly diagnostics: DiagnosticsState;
  readonly onSignOut: () => void;
  readonly onQuit: () => void;
  readonly onHelp: () => void;
  readonly onCheckForUpdates: () => void;
  readonly onKeys: () => void;
  readonly onLicences: () => void;
  readonly onForgetProxy: () => void;
}

export function SettingsView({
  settings,
  hotkey,
  boxKey,
  kept,
  notesFile,
  openIn,
  directory,
  diagnostics,
  rules,
  onSignOut,
  onQuit,
  onHelp,
  onCheckForUpdates,
  onKeys,
  onLicences,
  onForgetProxy,
}: Props) {
  const words = useWords();
  const values = settings.view.value;
  const failure = settings.failure.value;
  const newer = values === null ? '' : updatesLine(words.settings.updates, values);
  return (
    <div class="pane settings">
      <h2 class="said-only">{words.settings.title}</h2>
      {failure !== null && <FailureBox role="alert" at="settings" failure={failure} />}
      {values !== null && (
        <Choices
          values={values}
          hotkey={hotkey}
          boxKey={boxKey}
          rules={rules}
          kept={kept}
          notesFile={notesFile}
          openIn={openIn}
          directory={directory}
          change={(patch) => void settings.change(patch)}
          onForgetProxy={onForgetProxy}
        />
      )}
      <Section title={words.settings.about}>
        <p>
          {words.appName}
          <br />
          <span class="aside">{words.settings.version(values?.version ?? '')}</span>
        </p>
        {newer !== '' && (
          <p role="status" class={values?.updatesNow.now.state === 'failed' ? 'settings-update-failed' : ''}>
            {values?.updatesNow.now.state === 'failed' && <Icon node={TriangleAlert} size={16} />}
            <span>
              <Prose text={newer} />
            </span>
          </p>
        )}
        {values !== null && <CheckForUpdates values={values} onCheck={onCheckForUpdates} />}
        <p class="settings-links">
          <button type="button" class="link" onClick={onHelp}>
            {words.settings.help}
          </button>
          <button type="button" class="link" onClick={onKeys}>
            {words.keys.title}
          </button>
          <button type="button" class="link" onClick={onLicences}>
            {words.settings.licences}
          </button>
        </p>
        <Diagnostics state={diagnostics} />
      </Section>
      <div class="side-by-side settings-end">
        <Button onPress={onSignOut}>{words.settings.signOut}</Button>
        <Button onPress={onQuit}>{words.settings.quit}</Button>
      </div>
    </div>
  );
}

interface ChoicesProps {
  readonly values: Values;
  readonly hotkey: HotkeyField;
  readonly boxKey: HotkeyField;
  readonly rules: RulesState;
  readonly kept: KeptState;
  readonly notesFile: NotesFileState;
  readonly openIn: OpenInField;
  readonly directory: DirectoryState;
  readonly change: (patch: Partial<Settings>) => void;
  readonly onForgetProxy: () => void;
}

/** As `app/recordings/save.ts` has them. */
const nameParts = '{date} {time} {direction} {number} {name}';

/** Settings that are on or off, and are called in words what they are called in the contract. */
type Toggle = { [Key in keyof Settings]: Settings[Key] extends boolean ? Key : never }[keyof Settings] &
  keyof PageWords['settings'];

function Choices({
  values,
  hotkey,
  boxKey,
  rules,
  kept,
  notesFile,
  openIn,
  directory,
  change,
  onForgetProxy,
}: ChoicesProps) {
  const words = useWords();
  const said = words.settings;
  const locked = useLocked(values);
  const toggle = (key: Toggle) => (
    <Switch label={said[key]} on={values[key]} {...locked(key)} onChange={(on) => change({ [key]: on })} />
  );
  const digits = (
    key: 'internalShortest' | 'internalLength',
    fits: (one: number) => boolean,
    note?: string,
  ) => (
    <Select
      label={said[key]}
      value={String(values[key])}
      options={[...new Set([...lengths.filter(fits), values[key]])].map((one) => ({
        value: String(one),
        label: said.internalLengths(one),
      }))}
      {...locked(key, note)}
      onChange={(chosen) => change({ [key]: Number(chosen) })}
    />
  );
  return (
    <>
      <Section title={said.look}>
        <Select
          label={said.language}
          value={values.language ?? 'system'}
          options={[
            // The contract says `null` where a combo box needs a text.
            { value: 'system', label: said.systemLanguage },
            ...ownNames().map((own) => ({ ...own, lang: own.value })),
          ]}
          {...locked('language')}
          onChange={(language) => change({ language: language === 'system' ? null : language })}
        />
        <Select
          label={said.theme}
          value={values.theme}
          options={choices<Theme>(said.themes)}
          {...locked('theme')}
          onChange={(theme) => change({ theme })}
        />
        <Select
          label={said.textSize}
          value={String(values.textSize)}
          options={textSizes.map((size) => ({ value: String(size), label: `${size} %` }))}
          {...locked('textSize')}
          onChange={(chosen) => {
            const size = textSizes.find((one) => String(one) === chosen);
            if (size !== undefined) change({ textSize: size });
          }}
        />
      </Section>
      <Section title={said.calling}>
        <Field
          label={said.deskName}
          name="deskName"
          example={said.deskNameHint}
          longest={40}
          value={values.deskName}
          {...locked('deskName')}
          onChange={(deskName) => change({ deskName: deskName.trim() })}
        />
        <Select
          label={said.country}
          value={values.country}
          options={countriesIn(words, values.countries)}
          {...locked('country', said.countryNote)}
          onChange={(country) => change({ country })}
        />
        <Select
          label={said.numberForm}
          value={values.numberForm}
          options={choices<NumberForm>(said.numberForms)}
          {...locked('numberForm')}
          onChange={(numberForm) => change({ numberForm })}
        />
        {digits('internalShortest', (one) => one <= values.internalLength)}
        {digits('internalLength', (one) => one >= values.internalShortest, said.internalLengthNote)}
      </Section>
      <RulesSection values={values} state={rules} />
      <HotkeySection values={values} field={hotkey} boxField={boxKey} change={change} />
      <Section title={said.pbx}>
        <Select
          label={said.pbxTimeZone}
          value={values.pbxTimeZone}
          options={timeZones(values.pbxTimeZone)}
          {...locked('pbxTimeZone', said.pbxTimeZoneNote)}
          onChange={(pbxTimeZone) => change({ pbxTimeZone })}
        />
      </Section>
      <DirectorySection values={values} state={directory} change={change} />
      <NetworkSection values={values} change={change} onForget={onForgetProxy} />
      <Section title={said.notifications}>
        <Missed values={values} change={change} />
        {toggle('notifyPlaced')}
        {toggle('notifyFailed')}
        {toggle('notifyNothing')}
      </Section>
      <Section title={said.links}>
        {toggle('telLinks')}
        {toggle('sipLinks')}
        <OpenIn values={values} field={openIn} change={change} />
      </Section>
      <Section title={said.computer}>
        {toggle('startAtLogin')}
        <Updates values={values} change={change} />
      </Section>
      <Kept values={values} state={kept} notesFile={notesFile} />
      <Section title={words.recordings.title}>
        <div class="settings-long">
          <Field
            label={words.recordings.fileNames}
            name="recordingNames"
            longest={200}
            value={values.recordingNames}
            {...locked('recordingNames', words.recordings.fileNamesNote(nameParts))}
            onChange={(recordingNames) => change({ recordingNames: recordingNames.trim() })}
          />
        </div>
      </Section>
    </>
  );
}
