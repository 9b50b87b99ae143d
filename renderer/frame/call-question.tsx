import type { Question } from '../state/dialling.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';

interface Props {
  readonly question: Question;
  readonly onCall: () => void;
  readonly onCancel: () => void;
}

export function CallQuestion({ question, onCall, onCancel }: Props) {
  const { ask } = useWords().dial;
  return (
    <Dialog
      role="alertdialog"
      title={ask.title}
      onCancel={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{ask.cancel}</Button>
          <span data-first>
            <Button kind="primary" onPress={onCall}>
              {ask.call}
            </Button>
          </span>
        </>
      }
    >
      <p class="call-question-number figures">{question.display}</p>
      <p>{question.reason === 'again' ? ask.again : ask.againUnknown}</p>
    </Dialog>
  );
}
