import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AskedNumber } from '../../app/contract/dialling.ts';
import type { Words } from '../../app/words/en.ts';
import type { Question } from '../state/dialling.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ListBox } from '../ui/list-box.tsx';
import { useArmed } from './armed.ts';
import './call-question.css';

interface Props {
  readonly question: Question;
  /** `choice`: which of the question's numbers. */
  readonly onCall: (choice: number) => void;
  readonly onCancel: () => void;
}

/** The question before a call: answered by Enter or Escape alone, with the arrows where there are several numbers. */
export function CallQuestion({ question, onCall, onCancel }: Props) {
  const words = useWords();
  const { ask, numbersFound } = words.dial;
  const { numbers } = question;
  const several = numbers.length > 1;
  const [at, setAt] = useState(0);
  const callButton = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const armed = useArmed(question.armsAfter, callButton);

  useLayoutEffect(() => {
    if (armed) (list.current ?? callButton.current)?.focus();
  }, [armed]);

  const call = (choice: number) => armed && onCall(choice);
  const chosen = numbers[at] ?? numbers[0];
  const lead = leadOf(question, words);

  return (
    <Dialog
      role="alertdialog"
      title={ask.title}
      onCancel={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{ask.cancel}</Button>
          <Button kind="primary" disabled={!armed} elementRef={callButton} onPress={() => call(at)}>
            {ask.call}
          </Button>
        </>
      }
    >
      {lead !== null && <p class="call-question-lead">{lead}</p>}
      {several ? (
        <ListBox
          label={numbersFound}
          class="call-question-numbers"
          options={numbers.map((number, index) => ({
            key: `${index}`,
            content: <Option number={number} />,
          }))}
          at={at}
          onMove={setAt}
          onTake={call}
          // A click only marks: the number to be called should be read before it is.
          onClick={setAt}
          elementRef={list}
        />
      ) : (
        <>
          {chosen?.name && <p class="call-question-name">{chosen.name}</p>}
          <p class="call-question-number figures">{chosen?.display}</p>
          {chosen?.extension && <p>{ask.extensionStays(chosen.extension)}</p>}
        </>
      )}
      {chosen?.reasons.map((reason) => (
        <p key={reason}>{ask.reasons[reason]}</p>
      ))}
    </Dialog>
  );
}

function Option({ number }: { readonly number: AskedNumber }) {
  const words = useWords();
  const aside = [
    number.extension === null ? null : words.dial.extension(number.extension),
    number.origin === null ? null : words.dial.ask.origins[number.origin],
  ].filter((part) => part !== null);
  return (
    <>
      {number.name ? `${number.name} · ${number.display}` : number.display}
      {aside.length > 0 && <span class="aside">{aside.join(' · ')}</span>}
    </>
  );
}

/** Who asks, where it was not the person at the desk just now; or what there is to choose. */
function leadOf({ from, numbers, marked }: Question, words: Words): string | null {
  const { ask } = words.dial;
  if (marked !== null)
    return marked.kind === 'text' ? ask.instead.text(marked.text) : ask.instead[marked.kind];
  if (from === 'link') return ask.fromLink;
  if (from === 'command-line') return ask.fromCommandLine;
  if (numbers.length === 1) return null;
  return numbers.some(({ origin }) => origin === 'marked') &&
    numbers.some(({ origin }) => origin === 'clipboard')
    ? ask.which
    : ask.several;
}
