import { AudioLines, Bell, BellRing, Check, Ellipsis, ExternalLink, Phone, Play, StickyNote } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { CallView } from '../../../app/contract/calls.ts';
import { dueIn, timeOf } from '../../../app/words/dates.ts';
import { failureText } from '../../../app/words/failure-text.ts';
import { leadsOn } from '../../state/open-in.ts';
import { IconButton } from '../../ui/button.tsx';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { tellWhole } from '../../ui/cut-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { shapeOf } from './call-shapes.ts';
import { isKnown, isTold, resultOf, textOf } from './call-text.ts';
import { type Opened, showsDetails } from './state.ts';
import './call-row.css';

export interface RowActions {
  readonly onCall: (call: CallView) => void;
  /** All calls with the other party. */
  readonly onPerson: (call: CallView) => void;
  readonly onPlay: (call: CallView) => void;
  readonly onMore: (call: CallView) => void;
  /** `null`: numbers lead nowhere. */
  readonly onOpenIn: ((call: CallView) => void) | null;
  readonly onDone: (call: CallView) => void;
  readonly onRemind: (call: CallView) => void;
}

interface Props extends RowActions {
  readonly call: CallView;
  readonly busy: boolean;
  /** One row of the list is a stop for the Tab key; the arrows go from row to row. */
  readonly isStop: boolean;
  readonly opened: Opened | null;
  /** The row stands for all that is to be done about its caller. */
  readonly standsForAll: boolean;
  /** Whom it is with stands above the list: the note has the name's place, or the number. */
  readonly ofPerson: boolean;
  readonly children?: ComponentChildren;
}

/** Its number leads somewhere, where numbers do: a code does not, nor who kept their number to themselves. */
export const mayOpen = ({ callable }: CallView): boolean => callable !== null && leadsOn(callable);

/** Longer than a line of a narrow window. */
export const isLongNote = ({ note }: CallView): boolean => note.length > 24;

/** There is a recording, or may be one. */
export const mayPlay = (call: CallView): boolean => call.recordings > 0 || call.maybeRecorded;

export function CallRow(props: Props) {
  const { call, busy, isStop, opened, standsForAll, ofPerson, children } = props;
  const { onCall, onPerson, onPlay, onMore, onDone, onRemind, onOpenIn } = props;
  const words = useWords();
  const zone = usePbxZone();
  const { title, number: known, steps, through, length } = textOf(words, call);
  const isSaid = ofPerson && call.note !== '';
  // Whom it is with stands above: by which number is what differs.
  const number = ofPerson && !isSaid ? '' : known;
  const who = standsForAll && call.toDo > 1 ? words.calls.times(title, call.toDo) : title;
  const why = call.failure === null ? '' : failureText(words, call.failure, { at: 'dial' }).what;
  const result = <span class="call-result">{resultOf(words, call)}</span>;
  const tabIndex = isStop ? 0 : -1;
  const hasRecording = call.recordings > 0;
  const isPlayable = mayPlay(call);
  const isPlain = length === '' && call.note === '' && !hasRecording && call.reminder === null;
  const isToDo = call.toDo > 0 || call.reminder !== null;
  const opens = onOpenIn !== null && mayOpen(call);
  const actions = 2 + [isPlayable, call.callable !== null, isToDo, opens].filter(Boolean).length;
  const isNumber = ofPerson || title === call.display;
  // A name may be cut; a number may not.
  const isFull = actions > (isNumber ? 3 : 4);
  return (
    <div class={`entry entry-${call.result} ${opened === null ? '' : 'entry-opened'}`}>
      <div
        class={`row call-row ${isPlain ? 'call-row-plain' : ''} ${isFull ? 'call-row-full' : ''} ${isSaid && isLongNote(call) ? 'call-row-said' : ''}`}
        style={{ '--actions': actions }}
      >
        <span class="call-mark">
          <Icon node={shapeOf(call)} size={18} />
        </span>
        <span class="call-what">
          {isSaid ? (
            <span class="call-title call-said cut" dir="auto" onPointerEnter={tellWhole}>
              {call.note.split('\n').join(' · ')}
            </span>
          ) : ofPerson ? (
            <span class="call-title call-number figures cut" dir="auto" onPointerEnter={tellWhole}>
              {call.display ?? title}
            </span>
          ) : isKnown(call) ? (
            <button
              type="button"
              class={`call-title call-person figures cut ${isNumber ? 'call-number' : ''}`}
              dir="auto"
              tabIndex={tabIndex}
              onPointerEnter={tellWhole}
              onClick={() => onPerson(call)}
            >
              {who}
            </button>
          ) : (
            <span class="call-title figures cut" dir="auto" onPointerEnter={tellWhole}>
              {who}
            </span>
          )}
          <span class="call-facts figures aside cut" onPointerEnter={tellWhole}>
            {number !== '' && <bdi>{number}</bdi>}
            {/* That it was missed is what the row is for: where there is no room the end goes. */}
            {call.result === 'missed' && result}
            {steps.map((step) => (
              <bdi key={step}>{step}</bdi>
            ))}
            {/* What became of it before what its shape says too. */}
            {call.result !== 'missed' && !isTold(call) && result}
            {why !== '' && <span class="call-why">{why}</span>}
            <span>{words.calls.directions[call.direction]}</span>
            {through.map((way) => (
              <span key={way}>{way}</span>
            ))}
          </span>
        </span>
        <span class="call-when figures aside">
          <time dateTime={new Date(call.start).toISOString()}>{timeOf(words, call.start, zone)}</time>
          <span class="call-length">
            {call.note !== '' && <Icon node={StickyNote} size={12} />}
            {hasRecording && <Icon node={AudioLines} size={12} />}
            {call.reminder === null ? <span class="call-lasted">{length}</span> : <Due at={call.reminder} />}
          </span>
        </span>
        <span class="call-actions">
          {isPlayable && (
            <IconButton
              class="call-action call-play"
              icon={Play}
              label={words.calls.play}
              tabIndex={tabIndex}
              expanded={opened?.part === 'player'}
              onPress={() => onPlay(call)}
            />
          )}
          {call.callable !== null && (
            <IconButton
              class="call-action call-again"
              icon={Phone}
              label={words.calls.call(call.display ?? call.callable)}
              tabIndex={tabIndex}
              waits={busy}
              onPress={() => onCall(call)}
            />
          )}
          {opens && (
            <IconButton
              class="call-action call-open"
              icon={ExternalLink}
              label={words.calls.openIn}
              tabIndex={tabIndex}
              onPress={() => onOpenIn(call)}
            />
          )}
          {isToDo && (
            <IconButton
              class="call-action call-done"
              icon={Check}
              label={words.calls.markDone}
              tabIndex={tabIndex}
              onPress={() => onDone(call)}
            />
          )}
          <IconButton
            class="call-action call-remind"
            icon={Bell}
            label={words.calls.remind.open}
            tabIndex={tabIndex}
            onPress={() => onRemind(call)}
          />
          <IconButton
            class="call-action call-more"
            icon={Ellipsis}
            label={words.calls.more}
            tabIndex={tabIndex}
            expanded={showsDetails(opened)}
            onPress={() => onMore(call)}
          />
        </span>
      </div>
      {children}
    </div>
  );
}

/** When somebody is reminded; a time that has passed waits for them. */
function Due({ at }: { readonly at: number }) {
  const words = useWords();
  const now = Date.now();
  const hasPassed = at <= now;
  return (
    <span class={`call-due ${hasPassed ? 'call-due-passed' : ''}`}>
      <Icon node={hasPassed ? BellRing : Bell} size={12} />
      <span class="said-only">{hasPassed ? words.calls.remind.passed : words.calls.remind.title}</span>
      {dueIn(words, at, now)}
    </span>
  );
}

/** A row whose call is still on its way from the main process. */
export function RowToCome() {
  return (
    <div class="entry entry-to-come" aria-hidden="true">
      <div class="row call-row">
        <span class="bone bone-mark" />
        <span class="call-what">
          <span class="bone bone-title" />
          <span class="bone bone-facts" />
        </span>
      </div>
    </div>
  );
}
