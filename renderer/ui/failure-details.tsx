import { useState } from 'preact/hooks';
import type { Failure } from '../../app/contract/failures.ts';
import { detailsOf } from '../../app/words/details.ts';
import { Button } from './button.tsx';
import { useVersion, useWords } from './context.ts';
import { copyText } from './copy-text.ts';
import { Dialog } from './dialog.tsx';

interface Props {
  readonly failure: Failure;
  readonly onClose: () => void;
}

export function FailureDetails({ failure, onClose }: Props) {
  const words = useWords();
  const text = detailsOf(failure, useVersion());
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      role="dialog"
      title={words.failureBox.details}
      onCancel={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.close}</Button>
          <span data-first>
            <Button kind="primary" onPress={() => setCopied(copyText(text))}>
              {copied ? words.failureBox.copied : words.failureBox.copy}
            </Button>
          </span>
        </>
      }
    >
      <pre class="failure-pre" lang="en">
        {text}
      </pre>
    </Dialog>
  );
}
