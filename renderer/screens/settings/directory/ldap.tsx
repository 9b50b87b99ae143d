import { useRef, useState } from 'preact/hooks';
import type { LdapChoice } from '../../../../app/contract/directory.ts';
import { Button } from '../../../ui/button.tsx';
import { choices } from '../../../ui/choices.ts';
import { useWords } from '../../../ui/context.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { isAddress, isBaseName } from '../addresses.ts';
import type { DirectoryState } from './state.ts';

interface Props {
  /** As it is set, or as far as it is filled in. */
  readonly choice: LdapChoice;
  readonly state: DirectoryState;
  readonly disabled: boolean;
  /** IT's, where it is locked. */
  readonly note: string | undefined;
  readonly onChange: (choice: LdapChoice) => void;
}

const fits = {
  address: (text: string) => isAddress('ldap', text),
  base: (text: string) => text !== '' && isBaseName(text),
  filter: (text: string) => /^\(.*\)$/s.test(text),
} as const;

const examples = {
  address: 'ldaps://ad.example.com',
  base: 'dc=example,dc=com',
  filter: '(department=Sales)',
} as const;

export const isWhole = ({ address, base }: LdapChoice): boolean => fits.address(address) && fits.base(base);

/** A directory server: where it is, whom it is asked for, and who signs in there. */
export function LdapFields({ choice, state, disabled, note, onChange }: Props) {
  const said = useWords().directory;
  const [wrong, setWrong] = useState<{ readonly [key in keyof typeof fits]?: boolean }>({});
  const { filter: _, ...withoutFilter } = choice;
  const { bindDn: __, ...withoutBind } = choice;
  const asked =
    choice.people !== 'asked' ? undefined : choice.callers === false ? said.asked : said.askedCallers;

  function write(key: 'address' | 'base' | 'filter' | 'bindDn', typed: string): void {
    const text = typed.trim();
    if (key !== 'bindDn') {
      const isWrong = !(key === 'filter' && text === '') && !fits[key](text);
      setWrong({ ...wrong, [key]: isWrong });
      if (isWrong) return;
    }
    if (key === 'filter' && text === '') onChange(withoutFilter);
    else if (key === 'bindDn' && text === '') onChange(withoutBind);
    else onChange({ ...choice, [key]: text });
  }

  return (
    <>
      <Field
        label={said.server}
        name="directoryServer"
        long
        example={examples.address}
        longest={300}
        invalid={wrong.address === true}
        disabled={disabled}
        note={wrong.address ? said.addressWrong(examples.address) : (note ?? said.serverNote)}
        value={choice.address}
        onChange={(typed) => write('address', typed)}
      />
      <Field
        label={said.base}
        name="directoryBase"
        long
        example={examples.base}
        longest={500}
        invalid={wrong.base === true}
        disabled={disabled}
        note={wrong.base ? said.addressWrong(examples.base) : note}
        value={choice.base}
        onChange={(typed) => write('base', typed)}
      />
      <Field
        label={said.filter}
        name="directoryFilter"
        long
        longest={2000}
        invalid={wrong.filter === true}
        disabled={disabled}
        note={wrong.filter ? said.filterWrong(examples.filter) : (note ?? said.filterNote)}
        value={choice.filter ?? ''}
        onChange={(typed) => write('filter', typed)}
      />
      <Select
        label={said.people}
        value={choice.people ?? 'all'}
        options={choices<'all' | 'asked'>(said.peopleWays)}
        disabled={disabled}
        note={note ?? asked}
        onChange={(people) => onChange({ ...choice, people })}
      />
      <Field
        label={said.bindDn}
        name="directoryBindDn"
        long
        longest={500}
        disabled={disabled}
        note={note ?? said.bindDnNote}
        value={choice.bindDn ?? ''}
        onChange={(typed) => write('bindDn', typed)}
      />
      {(choice.bindDn ?? '') !== '' && <Password state={state} />}
    </>
  );
}

/** A person may give it where IT set all else: nobody's password stands in a policy. */
function Password({ state }: Pick<Props, 'state'>) {
  const said = useWords().directory;
  const [shown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function save(event?: Event): Promise<void> {
    event?.preventDefault();
    const field = input.current;
    if (field === null || field.value === '') return field?.focus();
    if (await state.savePassword(field.value)) field.value = '';
  }

  const known = state.view.value?.hasPassword === true ? said.passwordKnown : said.passwordNote;
  return (
    <form class="directory-password" onSubmit={(event) => void save(event)} noValidate>
      <Field
        label={said.password}
        name="directoryPassword"
        long
        secret={{ label: said.showPassword, shown, onShow: setShown }}
        longest={1000}
        note={state.passwordThisRun.value ? said.passwordThisRun : known}
        elementRef={input}
      />
      <Button type="submit">{said.savePassword}</Button>
    </form>
  );
}
