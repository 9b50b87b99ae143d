import { useState } from 'preact/hooks';
import type { NumberForm, SettingsView as View } from '../../../app/contract.ts';
import type { SettingsState, Theme } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { countryOptions } from './countries.ts';
import './view.css';

const themes = ['system', 'light', 'dark'] as const satisfies Theme[];
const forms = ['national', 'e164', 'as-typed'] as const satisfies NumberForm[];

interface Props {
  readonly state: SettingsState;
  readonly onSignOut: () => void;
  readonly onQuit: () => void;
  readonly onLicence: () => void;
}

export function SettingsScreen(props: Props) {
  const view = props.state.view.value;
  return view === null ? null : <Loaded {...props} view={view} />;
}

function Loaded({ state, view, onSignOut, onQuit, onLicence }: Props & { readonly view: View }) {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const failure = state.failure.value;
  const change = (part: Parameters<SettingsState['change']>[0]) => void state.change(part);

  return (
    <div class="settings">
      {failure !== null && <FailureBox role="alert" failure={failure} />}
      <section class="settings-group">
        <h2>{words.settings.look}</h2>
        <Select
          label={words.settings.language}
          value={state.language.value}
          options={[
            { value: 'en', label: words.settings.languages.en, lang: 'en' },
            { value: 'th', label: words.settings.languages.th, lang: 'th' },
          ]}
          onChange={(language) => change({ language })}
        />
        <Select
          label={words.settings.theme}
          value={view.theme}
          options={themes.map((value) => ({ value, label: words.settings.themes[value] }))}
          onChange={(theme) => change({ theme })}
        />
      </section>
      <section class="settings-group">
        <h2>{words.settings.calling}</h2>
        <Field
          label={words.settings.deskName}
          name="deskName"
          example={words.settings.deskNameHint}
          maxLength={40}
          value={view.deskName}
          onChange={(deskName) => change({ deskName })}
        />
        <Select
          label={words.settings.country}
          value={view.country}
          options={countryOptions(view.countries, words.locale)}
          note={words.settings.countryNote}
          onChange={(country) => change({ country })}
        />
        <Select
          label={words.settings.numberForm}
          value={view.numberForm}
          options={forms.map((value) => ({ value, label: words.settings.numberForms[value] }))}
          onChange={(numberForm) => change({ numberForm })}
        />
      </section>
      <section class="settings-group">
        <h2>{words.settings.notifications}</h2>
        <Switch
          label={words.settings.notifyPlaced}
          on={view.notifyPlaced}
          onChange={(notifyPlaced) => change({ notifyPlaced })}
        />
        <Switch
          label={words.settings.notifyFailed}
          on={view.notifyFailed}
          onChange={(notifyFailed) => change({ notifyFailed })}
        />
      </section>
      <section class="settings-group">
        <h2>{words.settings.computer}</h2>
        <Switch
          label={words.settings.startAtLogin}
          on={view.startAtLogin}
          onChange={(startAtLogin) => change({ startAtLogin })}
        />
      </section>
      <section class="settings-group">
        <h2>{words.settings.about}</h2>
        <p class="settings-about">
          {words.appName} · {words.settings.version(view.version)}
          <br />
          {words.settings.typeface}
        </p>
        <Button kind="quiet" onPress={onLicence}>
          {words.settings.typefaceLicence}
        </Button>
      </section>
      <div class="settings-end">
        <Button onPress={() => setAsking(true)}>{words.settings.signOut}</Button>
        <Button onPress={onQuit}>{words.settings.quit}</Button>
      </div>
      {asking && (
        <Dialog
          title={words.settings.signOutAsk}
          role="alertdialog"
          onCancel={() => setAsking(false)}
          actions={
            <>
              <span data-first>
                <Button onPress={() => setAsking(false)}>{words.cancel}</Button>
              </span>
              <Button kind="danger" onPress={onSignOut}>
                {words.settings.signOut}
              </Button>
            </>
          }
        >
          <p>{words.settings.signOutText}</p>
        </Dialog>
      )}
    </div>
  );
}
