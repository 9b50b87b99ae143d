import { Phone } from 'lucide';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QuestionTexts } from '../../app/contract/dialing.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ListBox } from '../ui/list-box.tsx';
import { Prose } from '../ui/prose.tsx';
import { useArmed } from './armed.ts';
import './call-question.css';

interface Props {
  readonly texts: QuestionTexts;
  /** Milliseconds for which it takes no yes. */
  readonly armsAfter: number;
  /** `false`: its window is not shown yet. */
  readonly onScreen?: boolean;
  readonly class?: string;
  readonly elementRef?: RefObject<HTMLDialogElement | null>;
  /** `choice`: which of the question's numbers. */
  readonly onCall: (choice: number) => void;
  readonly onCancel: () => void;
}

/** The question before a call: answered by Enter or Escape alone, with the arrows where there are several numbers. */
export function CallQuestion({ texts, armsAfter, onScreen = true, onCall, onCancel, ...more }: Props) {
  const { numbers, lead } = texts;
  const several = numbers.length > 1;
  const [at, setAt] = useState(0);
  const callButton = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const armed = useArmed(armsAfter, callButton, onScreen);

  useLayoutEffect(() => {
    if (armed) (list.current ?? callButton.current)?.focus();
  }, [armed]);

  const call = (choice: number) => armed && onCall(choice);
  const chosen = numbers[at] ?? numbers[0];

  /** 1 to 9, by their place: a Thai layout has letters there. It chooses and calls nobody. */
  function byDigit(event: KeyboardEvent): void {
    const index = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]) - 1;
    if (event.ctrlKey || event.altKey || event.metaKey || numbers[index] === undefined) return;
    event.preventDefault();
    setAt(index);
  }

  return (
    <Dialog
      role="alertdialog"
      title={texts.title}
      onCancel={onCancel}
      {...more}
      actions={
        <>
          <Button onPress={onCancel}>{texts.cancel}</Button>
          <Button kind="go" icon={Phone} disabled={!armed} elementRef={callButton} onPress={() => call(at)}>
            {texts.call}
          </Button>
        </>
      }
    >
      {lead !== null && (
        <p class="call-question-lead">
          <Prose text={lead} />
        </p>
      )}
      {several ? (
        <ListBox
          label={texts.numbersFound}
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
          onOtherKey={byDigit}
        />
      ) : (
        <>
          {chosen?.name != null && <p class="call-question-name">{chosen.name}</p>}
          {chosen?.company != null && <p class="call-question-lead">{chosen.company}</p>}
          <p class="call-question-number figures">{chosen?.display}</p>
        </>
      )}
      {chosen?.notes.map((note) => (
        <p key={note} class="call-question-note">
          <Prose text={note} />
        </p>
      ))}
    </Dialog>
  );
}

function Option({ number }: { readonly number: QuestionTexts['numbers'][number] }) {
  const { name, company, display, aside } = number;
  return (
    <>
      {name !== null && <span class="call-question-who">{name}</span>}
      {company !== null && <span class="call-question-where aside">{company}</span>}
      <span class="call-question-line">
        <span>{display}</span>
        {aside !== '' && <span class="aside">{aside}</span>}
      </span>
    </>
  );
}
