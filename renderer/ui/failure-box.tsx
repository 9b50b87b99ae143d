import { TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { Failure, FailureCode } from '../../app/contract/failures.ts';
import type { CertificateOf } from '../../app/contract/trust.ts';
import { failureText, wordsOfPbx } from '../../app/words/failure-text.ts';
import type { Stage } from '../../app/words/failure-words.ts';
import { useAskProxyPassword, useLookAtCertificate, useWords } from './context.ts';
import { FailureDetails } from './failure-details.tsx';
import { Icon } from './icon.tsx';
import { Prose } from './prose.tsx';
import './failure-box.css';

interface Props {
  readonly failure: Failure;
  readonly at: Stage;
  /** That was called, as it is shown. */
  readonly number?: string;
  /** `alert`: spoken at once. Without: the place it stands in is spoken already. */
  readonly role?: 'alert';
  /** Says which call it is about. */
  readonly about?: string;
}

/** With these there is a certificate to look at. */
const certificates: { readonly [code in FailureCode]?: CertificateOf } = {
  'certificate-unknown': 'pbx',
  'certificate-changed': 'pbx',
  'directory-certificate-unknown': 'directory',
  'directory-certificate-changed': 'directory',
};

/** What happened, in bold; what to do, and of which call it is. What can be done here comes first; where IT could use them, the details are one press away. */
export function FailureBox({ failure, at, number = '', role, about }: Props) {
  const words = useWords();
  const lookAtCertificate = useLookAtCertificate();
  const askProxyPassword = useAskProxyPassword();
  const [open, setOpen] = useState(false);
  const text = failureText(words, failure, { at, number });
  const own = wordsOfPbx(failure);
  const certificate = certificates[failure.code];
  return (
    <>
      <div class="failure" role={role}>
        <Icon node={TriangleAlert} size={18} />
        <div class="failure-text">
          <p class="failure-what">
            <Prose text={text.what} />
          </p>
          {failure.rule !== undefined && failure.rule !== '' && <p>{words.failureBox.rule(failure.rule)}</p>}
          {own !== '' && <p class="failure-message">{words.failureBox.pbxSays(own)}</p>}
          <p>
            <Prose text={text.todo} />{' '}
            {certificate !== undefined && (
              <button type="button" class="failure-details" onClick={() => lookAtCertificate(certificate)}>
                {words.certificate.look}
              </button>
            )}
            {failure.code === 'proxy-password' && (
              <button type="button" class="failure-details" onClick={askProxyPassword}>
                {words.proxyPassword.enter}
              </button>
            )}{' '}
            {failure.details !== undefined && (
              <button type="button" class="failure-details" onClick={() => setOpen(true)}>
                {words.failureBox.details}
              </button>
            )}
          </p>
          {about !== undefined && (
            <p class="failure-about">
              <Prose text={about} />
            </p>
          )}
        </div>
      </div>
      {open && <FailureDetails failure={failure} onClose={() => setOpen(false)} />}
    </>
  );
}
