import { useState } from 'preact/hooks';
import type { ProxyChoice } from '../../../../app/contract/proxy.ts';
import type { SettingsView } from '../../../../app/contract/settings.ts';
import { choices } from '../../../ui/choices.ts';
import { useWords } from '../../../ui/context.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { isAddress } from '../addresses.ts';
import { useLocked } from '../locked.ts';

interface Props {
  readonly values: SettingsView;
  readonly change: (patch: { readonly proxy: ProxyChoice }) => void;
}

type Use = ProxyChoice['use'];

const examples = { server: 'proxy.example.com:3128', script: 'http://proxy.example.com/proxy.pac' } as const;

/** By which proxy the PBX is asked. One that has an address is taken once the address can be one. */
export function ProxySetting({ values, change }: Props) {
  const said = useWords().network;
  const { proxy } = values;
  const [draft, setDraft] = useState<Use | null>(null);
  const [wrong, setWrong] = useState(false);
  const use = draft ?? proxy.use;
  const { disabled, note } = useLocked(values)('proxy');

  function choose(next: Use): void {
    setWrong(false);
    const needsAddress = next === 'server' || next === 'script';
    setDraft(needsAddress ? next : null);
    if (!needsAddress) change({ proxy: { use: next } });
  }

  function write(next: 'server' | 'script', typed: string): void {
    const address = typed.trim();
    const fits = isAddress(next === 'server' ? 'proxy' : 'script', address);
    setWrong(!fits);
    if (!fits) return;
    setDraft(null);
    change({ proxy: { use: next, address } });
  }

  return (
    <>
      <Select
        label={said.proxy}
        value={use}
        options={choices<Use>(said.proxies)}
        disabled={disabled}
        note={note}
        onChange={choose}
      />
      {(use === 'server' || use === 'script') && (
        <Field
          key={use}
          label={said.proxyAddress}
          name="proxyAddress"
          long
          example={examples[use]}
          longest={2000}
          invalid={wrong}
          disabled={disabled}
          note={wrong ? said.proxyWrong(examples[use]) : note}
          value={proxy.use === use ? proxy.address : ''}
          onChange={(typed) => write(use, typed)}
        />
      )}
    </>
  );
}
