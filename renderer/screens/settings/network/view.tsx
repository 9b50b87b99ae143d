import { X } from 'lucide';
import type { Settings, SettingsView } from '../../../../app/contract/settings.ts';
import { IconButton } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/context.ts';
import { Fingerprint } from '../../../ui/fingerprint.tsx';
import { LockMark, Note } from '../../../ui/locked.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useLocked } from '../locked.ts';
import { Section } from '../section.tsx';
import { ProxySetting } from './proxy.tsx';
import './view.css';

interface Props {
  readonly values: SettingsView;
  readonly change: (patch: Partial<Settings>) => void;
  /** The proxy's password. */
  readonly onForget: () => void;
}

/** How the PBX is reached, and whose certificates are trusted beside those that the computer trusts. */
export function NetworkSection({ values, change, onForget }: Props) {
  const said = useWords().network;
  const locked = useLocked(values);
  return (
    <Section title={said.title}>
      <ProxySetting values={values} change={change} />
      <p>
        <button type="button" class="link" onClick={onForget}>
          {said.forgetPassword}
        </button>
      </p>
      <Switch
        label={said.askToTrust}
        on={values.askToTrust}
        {...locked('askToTrust', said.askToTrustNote)}
        onChange={(askToTrust) => change({ askToTrust })}
      />
      <Trusted values={values} change={change} />
    </Section>
  );
}

function Trusted({ values, change }: Omit<Props, 'onForget'>) {
  const said = useWords().network;
  const { disabled, note } = useLocked(values)('trustedCertificates', said.trustedNote);
  const { trustedCertificates: all } = values;
  if (all.length === 0) return null;
  return (
    <div class="trusted">
      <p>
        {said.trusted}
        {disabled && <LockMark />}
      </p>
      <ul aria-label={said.trusted}>
        {all.map((one) => (
          <li key={`${one.host} ${one.sha256}`}>
            <span>{one.host}</span>
            <span class="aside">
              <Fingerprint sha256={one.sha256} />
            </span>
            {!disabled && (
              <IconButton
                icon={X}
                label={said.remove(one.host)}
                onPress={() => change({ trustedCertificates: all.filter((other) => other !== one) })}
              />
            )}
          </li>
        ))}
      </ul>
      {note !== undefined && <Note text={note} locks={disabled} />}
    </div>
  );
}
