import type { Failure } from '../../app/contract/failures.ts';
import { detailsOf } from '../../app/words/details.ts';
import { Button } from './button.tsx';
import { useVersion, useWords } from './context.ts';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from './dialog.tsx';

interface Props {
  readonly failure: Failure;
  readonly onClose: () => void;
}

export function FailureDetails({ failure, onClose }: Props) {
  const words = useWords();
  const text = detailsOf(failure, useVersion());
  return (
    <Dialog
      role="dialog"
      title={words.failureBox.details}
      onCancel={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.close}</Button>
          <span data-first>
            <CopyButton kind="primary" label={words.failureBox.copy} text={text} />
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
