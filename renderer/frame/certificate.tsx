import { useState } from 'preact/hooks';
import { dateOf } from '../../app/words/dates.ts';
import type { ShownCertificate, TrustState } from '../state/trust.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useWords } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureBox } from '../ui/failure-box.tsx';
import { Fingerprint } from '../ui/fingerprint.tsx';
import { Prose } from '../ui/prose.tsx';
import './certificate.css';

interface Props {
  readonly certificate: ShownCertificate;
  readonly state: TrustState;
}

/** A certificate that nobody vouches for: what a person needs to compare it, and the question whether to trust it. */
export function Certificate({ certificate, state }: Props) {
  const words = useWords();
  const said = words.certificate;
  const its = said.of[certificate.of];
  const { mayTrust, mayForget, authority, changed } = certificate;
  const [byAuthority, setByAuthority] = useState(false);
  const shown = byAuthority && authority !== null ? authority.sha256 : certificate.sha256;
  const failure = state.failure.value;
  const asks = mayTrust || mayForget;
  return (
    <Dialog
      role={asks ? 'alertdialog' : 'dialog'}
      title={mayTrust ? said.ask : its.title}
      class="certificate"
      onCancel={state.close}
      actions={
        asks ? (
          <>
            <Button onPress={state.close}>{words.cancel}</Button>
            {mayTrust ? (
              <Button kind="primary" onPress={() => void state.trust(shown)}>
                {said.trust}
              </Button>
            ) : (
              <Button onPress={() => void state.forget()}>{said.forget}</Button>
            )}
          </>
        ) : (
          <Button onPress={state.close}>{words.close}</Button>
        )
      }
    >
      <p>
        <Prose text={changed ? its.changed : mayTrust ? its.compare : said.askIt} />
      </p>
      <dl>
        <dt>{said.fingerprint}</dt>
        <dd class="certificate-fingerprint">
          <Fingerprint sha256={shown} />
        </dd>
        <dt>{said.names}</dt>
        <dd>{certificate.names.join(', ') || certificate.subject}</dd>
        <dt>{said.issuer}</dt>
        <dd>{certificate.issuer}</dd>
        <dt>{said.valid}</dt>
        <dd>{said.fromTo(dateOf(words, certificate.from), dateOf(words, certificate.to))}</dd>
      </dl>
      {certificate.locked && <p class="aside">{said.locked}</p>}
      {mayTrust && authority !== null && (
        <Checkbox
          label={said.authority(authority.subject)}
          note={its.authorityNote}
          on={byAuthority}
          onChange={setByAuthority}
        />
      )}
      {failure !== null && <FailureBox role="alert" at="settings" failure={failure} />}
    </Dialog>
  );
}
