import type { NumberForm, Settings, SettingsView as Values } from '../../../app/contract/settings.ts';
import { countriesIn } from '../../../app/words/countries.ts';
import { ownNames } from '../../../app/words/index.ts';
import type { SettingsState, Theme } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { choices } from '../../ui/choices.ts';
import { useWords } from '../../ui/context.ts';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { HotkeyField } from './hotkey/state.ts';
import { HotkeySection } from './hotkey/view.tsx';
import { Missed } from './missed.tsx';
import type { RulesState } from './rules/state.ts';
import { RulesSection } from './rules/view.tsx';
import { Section } from './section.tsx';
import { timeZones } from './time-zones.ts';
import './view.css';

/** Digits of an extension. Where they are longer, IT said so: whole telephone numbers are, too. */
const lengths = [1, 2, 3, 4, 5, 6, 7, 8] as const;

interface Props {
  readonly settings: SettingsState;
  readonly rules: RulesState;
  readonly hotkey: HotkeyField;
  readonly onSignOut: () => void;
  readonly onQuit: () => void;
  readonly onLicence: () => void;
}

export function SettingsView({ settings, hotkey, rules, onSignOut, onQuit, onLicence }: Props) {
  const words = useWords();
  const values = settings.view.value;
  const failure = settings.failure.value;
  return (
    <div class="settings">
      <h2 class="said-only">{words.settings.title}</h2>
      {failure !== null && <FailureBox role="alert" at="settings" failure={failure} />}
      {values !== null && (
        <Choices
          values={values}
          hotkey={hotkey}
          rules={rules}
          change={(patch) => void settings.change(patch)}
        />
      )}
      <Section title={words.settings.about}>
        <p>
          {words.appName}
          <br />
          <span class="aside">{words.settings.version(values?.version ?? '')}</span>
        </p>
        <p class="settings-licence">
          <span class="aside">{words.settings.typeface}</span>
          <button type="button" class="link" onClick={onLicence}>
            {words.settings.typefaceLicence}
          </button>
        </p>
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
  readonly rules: RulesState;
  readonly change: (patch: Partial<Settings>) => void;
}

function Choices({ values, hotkey, rules, change }: ChoicesProps) {
  const words = useWords();
  const fixed = (key: (typeof values.managed.keys)[number]) => values.managed.keys.includes(key);
  const digitsOf = (fits: (digits: number) => boolean, now: number) =>
    [...new Set([...lengths.filter(fits), now])].map((digits) => ({
      value: String(digits),
      label: words.settings.internalLengths(digits),
    }));
  return (
    <>
      <Section title={words.settings.look}>
        <Select
          label={words.settings.language}
          value={values.language ?? 'system'}
          options={[
            // The contract says `null` where a combo box needs a text.
            { value: 'system', label: words.settings.systemLanguage },
            ...ownNames().map((own) => ({ ...own, lang: own.value })),
          ]}
          onChange={(language) => change({ language: language === 'system' ? null : language })}
        />
        <Select
          label={words.settings.theme}
          value={values.theme}
          options={choices<Theme>(words.settings.themes)}
          onChange={(theme) => change({ theme })}
        />
      </Section>
      <Section title={words.settings.calling}>
        <Field
          label={words.settings.deskName}
          name="deskName"
          example={words.settings.deskNameHint}
          maxLength={40}
          value={values.deskName}
          onChange={(deskName) => change({ deskName: deskName.trim() })}
        />
        <Select
          label={words.settings.country}
          value={values.country}
          options={countriesIn(words, values.countries)}
          note={fixed('country') ? words.managed.note : words.settings.countryNote}
          disabled={fixed('country')}
          onChange={(country) => change({ country })}
        />
        <Select
          label={words.settings.numberForm}
          value={values.numberForm}
          options={choices<NumberForm>(words.settings.numberForms)}
          note={fixed('numberForm') ? words.managed.note : undefined}
          disabled={fixed('numberForm')}
          onChange={(numberForm) => change({ numberForm })}
        />
        <Select
          label={words.settings.internalShortest}
          value={String(values.internalShortest)}
          options={digitsOf((digits) => digits <= values.internalLength, values.internalShortest)}
          note={fixed('internalShortest') ? words.managed.note : undefined}
          disabled={fixed('internalShortest')}
          onChange={(digits) => change({ internalShortest: Number(digits) })}
        />
        <Select
          label={words.settings.internalLength}
          value={String(values.internalLength)}
          options={digitsOf((digits) => digits >= values.internalShortest, values.internalLength)}
          note={fixed('internalLength') ? words.managed.note : words.settings.internalLengthNote}
          disabled={fixed('internalLength')}
          onChange={(digits) => change({ internalLength: Number(digits) })}
        />
      </Section>
      <RulesSection values={values} state={rules} />
      <HotkeySection values={values} field={hotkey} change={change} />
      <Section title={words.settings.pbx}>
        <Select
          label={words.settings.pbxTimeZone}
          value={values.pbxTimeZone}
          options={timeZones(values.pbxTimeZone)}
          note={words.settings.pbxTimeZoneNote}
          onChange={(pbxTimeZone) => change({ pbxTimeZone })}
        />
      </Section>
      <Section title={words.settings.notifications}>
        <Missed values={values} change={change} />
        <Switch
          label={words.settings.notifyPlaced}
          on={values.notifyPlaced}
          onChange={(notifyPlaced) => change({ notifyPlaced })}
        />
        <Switch
          label={words.settings.notifyFailed}
          on={values.notifyFailed}
          onChange={(notifyFailed) => change({ notifyFailed })}
        />
        <Switch
          label={words.settings.notifyNothing}
          on={values.notifyNothing}
          onChange={(notifyNothing) => change({ notifyNothing })}
        />
      </Section>
      <Section title={words.settings.links}>
        <Switch
          label={words.settings.telLinks}
          on={values.telLinks}
          onChange={(telLinks) => change({ telLinks })}
        />
        <Switch
          label={words.settings.sipLinks}
          on={values.sipLinks}
          onChange={(sipLinks) => change({ sipLinks })}
        />
      </Section>
      <Section title={words.settings.computer}>
        <Switch
          label={words.settings.startAtLogin}
          on={values.startAtLogin}
          onChange={(startAtLogin) => change({ startAtLogin })}
        />
      </Section>
    </>
  );
}
