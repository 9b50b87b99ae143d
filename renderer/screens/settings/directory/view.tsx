import { useEffect, useState } from 'preact/hooks';
import type { DirectoryChoice, DirectoryView, LdapChoice } from '../../../../app/contract/directory.ts';
import type { SettingsView } from '../../../../app/contract/settings.ts';
import { whenIn } from '../../../../app/words/dates.ts';
import { Button } from '../../../ui/button.tsx';
import { choices } from '../../../ui/choices.ts';
import { useWords } from '../../../ui/context.ts';
import { FailureBox } from '../../../ui/failure-box.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { isAddress } from '../addresses.ts';
import { useLocked } from '../locked.ts';
import { Section } from '../section.tsx';
import { isWhole, LdapFields } from './ldap.tsx';
import type { DirectoryState } from './state.ts';
import './view.css';

interface Props {
  readonly values: SettingsView;
  readonly state: DirectoryState;
  readonly change: (patch: { readonly directory: DirectoryChoice }) => void;
}

type From = DirectoryChoice['from'];

const webExample = 'https://intranet.example.com/people.csv';
const emptyLdap: LdapChoice = { from: 'ldap', address: '', base: '' };

/** Where the company's directory is, and what became of it. What is not filled in yet is not set. */
export function DirectorySection({ values, state, change }: Props) {
  const said = useWords().directory;
  const { directory } = values;
  const [draft, setDraft] = useState<Exclude<From, 'none'> | null>(null);
  const [ldap, setLdap] = useState<LdapChoice | null>(null);
  const [wrong, setWrong] = useState(false);
  const { disabled, note } = useLocked(values)('directory');
  const from = disabled ? directory.from : (draft ?? directory.from);
  useEffect(() => void state.load(), []);

  function choose(next: From): void {
    setWrong(false);
    setLdap(null);
    setDraft(next === 'none' ? null : next);
    if (next === 'none') change({ directory: { from: 'none' } });
  }

  function writeAddress(typed: string): void {
    const address = typed.trim();
    const fits = isAddress('web', address);
    setWrong(!fits);
    if (!fits) return;
    setDraft(null);
    change({ directory: { from: 'web', address } });
  }

  function writeLdap(next: LdapChoice): void {
    setLdap(next);
    // What IT allowed of one server it did not say of another.
    const { allowPlain: _, ...encrypted } = next;
    if (!isWhole(next)) return;
    setDraft(null);
    setLdap(null);
    const same = directory.from === 'ldap' && directory.address === next.address;
    change({ directory: same ? next : encrypted });
  }

  return (
    <Section title={said.title}>
      <Select
        label={said.from}
        value={from}
        options={choices<From>(said.sources)}
        disabled={disabled}
        note={note}
        onChange={choose}
      />
      {from === 'file' && (
        <div class="directory-file">
          <p class="aside">{directory.from === 'file' ? directory.path : said.noFile}</p>
          {!disabled && <Button onPress={state.chooseFile}>{said.chooseFile}</Button>}
        </div>
      )}
      {from === 'web' && (
        <Field
          label={said.address}
          name="directoryAddress"
          long
          example={webExample}
          longest={2000}
          inputMode="url"
          invalid={wrong}
          disabled={disabled}
          note={wrong ? said.addressWrong(webExample) : (note ?? said.addressNote)}
          value={directory.from === 'web' ? directory.address : ''}
          onChange={writeAddress}
        />
      )}
      {from === 'ldap' && (
        <LdapFields
          choice={ldap ?? (directory.from === 'ldap' ? directory : emptyLdap)}
          state={state}
          disabled={disabled}
          note={note}
          onChange={writeLdap}
        />
      )}
      {directory.from !== 'none' && from === directory.from && state.view.value !== null && (
        <State view={state.view.value} directory={directory} onRefresh={state.refresh} />
      )}
    </Section>
  );
}

interface StateProps {
  readonly view: DirectoryView;
  readonly directory: DirectoryChoice;
  readonly onRefresh: () => void;
}

/** How many there are, since when, and what went wrong. */
function State({ view, directory, onRefresh }: StateProps) {
  const words = useWords();
  const said = words.directory;
  const { people, at, refreshing, failure } = view;
  const isAsked = directory.from === 'ldap' && directory.people === 'asked';
  return (
    <>
      {failure !== null && !refreshing && <FailureBox at="settings" failure={failure} role="alert" />}
      {!isAsked && (
        <div class="directory-state">
          <p role="status">
            {refreshing
              ? said.refreshing
              : at === null
                ? said.never
                : said.count(people, whenIn(words, at, Date.now()))}
          </p>
          <Button busy={refreshing} waits={refreshing} onPress={onRefresh}>
            {said.refresh}
          </Button>
        </div>
      )}
    </>
  );
}
