import { CalendarX2, Check, CloudOff, TriangleAlert, X } from 'lucide';
import type { CallsStatus } from '../../../app/contract/calls.ts';
import { dateOf, momentOfDay, whenIn } from '../../../app/words/dates.ts';
import { failureText } from '../../../app/words/failure-text.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import { IconButton } from '../../ui/button.tsx';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Told, type ToldText } from '../../ui/told.tsx';
import type { Said } from './said.ts';
import type { RecentCallsState } from './state.ts';
import { ageOf, troubleOf } from './trouble.ts';

interface Props {
  readonly state: RecentCallsState;
  readonly now: number;
}

/** What keeps the list from being whole and new, and how old it is. A live region: it stays, empty. */
export function StatusLine({ state, now }: Props) {
  const words = useWords();
  const status = state.status.value;
  const said = state.said.value;
  return (
    <div class="calls-status" role="status">
      {status !== null && (
        // Calls are shown, however old.
        <Trouble status={status} now={now} hasCalls={(state.listing.value?.known ?? 0) > 0} />
      )}
      {said !== null && (
        <p class={`row calls-said ${isFailure(said) ? 'calls-said-warn' : ''}`}>
          <Icon node={isFailure(said) ? TriangleAlert : isGood(said) ? Check : CalendarX2} size={16} />
          <span>
            <Told {...textOf(words, said)} />
          </span>
          {typeof said === 'object' && 'changes' in said && (
            <button type="button" class="link" onClick={() => void state.undo()}>
              {words.undo}
            </button>
          )}
          <IconButton class="calls-dismiss" icon={X} label={words.dismiss} onPress={state.dismissSaid} />
        </p>
      )}
    </div>
  );
}

interface TroubleProps {
  readonly status: CallsStatus;
  readonly now: number;
  readonly hasCalls: boolean;
}

function Trouble({ status, now, hasCalls }: TroubleProps) {
  const words = useWords();
  const zone = usePbxZone();
  const { upTo, incomplete } = status;
  // What is held back is not shown, however new it is.
  const age = status.failure?.code === 'calls-held' ? '' : ageOf(words, upTo, hasCalls, now, zone);
  const trouble = troubleOf(words, status);
  if (trouble !== null) {
    return (
      <p class="row calls-said">
        <Icon node={CloudOff} size={16} />
        <span>
          <Told what={trouble.what} more={[age, trouble.todo].filter(Boolean).join(' ')} />
        </span>
      </p>
    );
  }
  const [moment] = incomplete;
  if (moment === undefined) return null;
  return (
    <p class="row calls-said calls-said-warn">
      <Icon node={TriangleAlert} size={16} />
      <span>{words.calls.incomplete(whenIn(words, moment, now, zone))}</span>
    </p>
  );
}

const isGood = (said: Said): boolean =>
  said === 'saved' || said === 'forgotten' || (typeof said === 'object' && 'changes' in said);
const isFailure = (said: Said): boolean =>
  typeof said === 'object' ? 'failure' in said : said === 'forgotten-this-run';

function textOf(words: PageWords, said: Said): ToldText {
  const alone = (what: string): ToldText => ({ what, more: '' });
  if (said === 'saved') return alone(words.calls.exported);
  if (said === 'forgotten') return alone(words.kept.forget.done);
  if (said === 'forgotten-this-run') return alone(words.kept.forget.thisRun);
  if (said.about === 'day') {
    const { noneOn, noSuchOn } = words.calls;
    return alone((said.isAll ? noneOn : noSuchOn)(dateOf(words, momentOfDay(said.day))));
  }
  if ('changes' in said)
    return alone(words.calls.markedDone(said.changes.at(-1)?.who ?? '', said.changes.length));
  const { about, failure } = said;
  const { what, todo } = failureText(words, failure, { at: 'list' });
  return { what: about === 'note' ? words.calls.noteNotKept : what, more: todo };
}
