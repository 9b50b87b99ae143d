import { TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { Failure } from '../../app/failures.ts';
import { failureText } from '../words/index.ts';
import { useWords } from './context.ts';
import { FailureDetails } from './failure-details.tsx';
import { Icon } from './icon.tsx';
import './failure-box.css';

interface Props {
  readonly failure: Failure;
  /** `alert`: spoken at once. Without: the place it stands in is spoken already. */
  readonly role?: 'alert';
  /** Says which call it is about. */
  readonly about?: string;
}

/** What happened, what to do, the PBX's own words as plain text, and the details one press away. */
export function FailureBox({ failure, role, about }: Props) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const text = failureText(words, failure);
  return (
    <>
      <div class="failure" role={role}>
        <Icon node={TriangleAlert} size={18} />
        <div class="failure-text">
          {about !== undefined && <p class="failure-about">{about}</p>}
          <p class="failure-what">{text.what}</p>
          <p>
            {text.todo}{' '}
            <button type="button" class="failure-details" onClick={() => setOpen(true)}>
              {words.failureBox.details}
            </button>
          </p>
          {failure.rule !== undefined && failure.rule !== '' && (
            <p class="failure-message">{words.failureBox.rule(failure.rule)}</p>
          )}
          {failure.message !== undefined && failure.message !== '' && (
            <p class="failure-message">{words.failureBox.pbxSays(failure.message)}</p>
          )}
        </div>
      </div>
      {open && <FailureDetails failure={failure} onClose={() => setOpen(false)} />}
    </>
  );
}
