import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CallFilter, CallView } from '../../../app/contract/calls.ts';
import { beginOfDay, sinceIn } from '../../../app/words/dates.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import { calledSo, type Dialling } from '../../state/dialing.ts';
import type { OpenInState } from '../../state/open-in.ts';
import type { TaughtHotkey } from '../../state/taught-hotkey.ts';
import { Button } from '../../ui/button.tsx';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { focusOnce, focusSoon } from '../../ui/focus-soon.ts';
import { useGoesOn } from '../../ui/goes-on.ts';
import { Prose } from '../../ui/prose.tsx';
import { OutcomeView } from '../dialing/outcome.tsx';
import type { Moment } from '../recordings/moments.ts';
import { BelowPlayer, NoteAlone } from './below-player.tsx';
import { CallDetails, type Favourites } from './call-details.tsx';
import { CallList, type GoTo } from './call-list.tsx';
import { RowToCome } from './call-row.tsx';
import { textOf } from './call-text.ts';
import { Empty, NothingFound } from './empty.tsx';
import { ForgetQuestion } from './forget-question.tsx';
import { MyDayRegion } from './my-day.tsx';
import { PbxClock } from './pbx-clock.tsx';
import { PersonHead } from './person.tsx';
import { RemindForm } from './remind-form.tsx';
import type { Listing, Opened, RecentCallsState } from './state.ts';
import { StatusLine } from './status-line.tsx';
import { Tools } from './tools.tsx';
import { useUndoKey } from './undo-key.ts';
import { meantBy, nameOn } from './whose.ts';
import './view.css';

interface Props {
  readonly state: RecentCallsState;
  readonly dialling: Dialling;
  readonly favourites: Favourites | null;
  /** Somebody becomes a contact. */
  readonly onContact: (known: { readonly number: string; readonly name: string }) => void;
  readonly openIn: OpenInState;
  readonly phone: string;
  /** This computer's clock when the window came to the front: what "today" is. */
  readonly now: number;
  readonly hotkey: TaughtHotkey | null;
  /** What plays the recordings of a call, inside its row. */
  readonly player: (call: CallView) => ComponentChildren;
  /** What plays pauses, and goes on. */
  readonly onPause: () => void;
  /** A place in a recording that a note names. */
  readonly onMoment: (call: CallView, moment: Moment) => void;
  readonly onDialPad: () => void;
}

const day = 86_400_000;
/** How far back one look goes when the person comes to the end of the list. */
const step = 7 * day;
/** Who looks for somebody and finds nothing has no idea how long ago it was. */
const month = 28 * day;

export function RecentCallsView(props: Props) {
  const { state, dialling, openIn } = props;
  const opens = openIn.on.value;
  const words = useWords();
  const zone = usePbxZone();
  const beginOf = (wanted: string): number => beginOfDay(wanted, zone);
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const status = state.status.value;
  const isToDoWhole = status?.toDoWhole ?? true;
  const listing = state.listing.value;
  const filter = state.filter.value;
  const query = state.query.value;
  const forgetting = state.forgetting.value;
  const person = state.person.who.value;
  const reminding = state.reminding.value;

  /** A day that was picked, and whose calls the PBX has not told of yet. */
  const [awaited, setAwaited] = useState<string | null>(null);

  // Another screen was looked at meanwhile: the list is where it was left. What is found anew is looked at from its beginning.
  useLayoutEffect(() => {
    setAwaited(null);
    setGoTo(state.place() ?? { index: 0 });
  }, [query, filter, person]);

  useEffect(() => {
    if (awaited === null) return;
    const found = listing?.days.find((one) => one.day === awaited);
    if (found !== undefined) setGoTo({ index: found.first });
    // A PBX that does not answer is not waited for: the person may have scrolled on meanwhile.
    const isTold = status?.completeFrom != null && (status.full || status.completeFrom <= beginOf(awaited));
    // What was told may be on its way to the page.
    const isThere = isTold && state.isCurrent();
    if (isThere || status?.failure != null) setAwaited(null);
    if (isThere && found === undefined) state.sayNoneOn(awaited);
  }, [awaited, listing, status]);

  const { wanted } = state;
  useEffect(() => {
    if (wanted.value !== null) setGoTo(wanted.value);
  }, [wanted.value]);

  function need(from: number, to: number): void {
    state.need(from, to);
    const oldest = listing?.rows.get(to - 1)?.start;
    const complete = status?.completeFrom;
    // Calls older than what is complete: what was missed between them is fetched as they come into view.
    if (oldest !== undefined && complete != null && oldest < complete + day / 2)
      state.reachBack(oldest - day);
  }

  function goToDay(wanted: string): void {
    state.sayNoneOn(null);
    if (status?.completeFrom != null && beginOf(wanted) < status.completeFrom)
      state.reachBack(beginOf(wanted));
    setAwaited(wanted);
  }

  function unfold(call: CallView, { part, below }: Opened): ComponentChildren {
    const plays = part === 'player';
    const details = (
      <CallDetails
        plays={plays}
        call={call}
        skew={status?.skew ?? 0}
        favourites={props.favourites}
        onContact={props.onContact}
        note={state.notes.of(call)}
        noteNow={() => state.notes.of(call)}
        tags={listing?.tags ?? []}
        onNote={(text) => state.notes.type(call.id, text)}
        onNoteEnd={() => void state.notes.keep()}
        onNotDone={() => void state.markNotDone(call.id)}
        onForget={() => void state.askToForget(call.id)}
        onMoment={(moment) => props.onMoment(call, moment)}
      />
    );
    if (!plays) return details;
    return (
      <>
        {props.player(call)}
        {below && (
          <BelowPlayer key={below} what={below} onFold={state.closeBelow}>
            {below === 'details' ? details : <NoteAlone call={call} state={state} />}
          </BelowPlayer>
        )}
      </>
    );
  }

  // The same ones at every drawing: rows are not drawn again for the sake of what a press would do.
  const actions = useMemo(() => {
    const meant = (call: CallView) => calledSo(meantBy(call, state.person.view.peek()));
    return {
      onFold() {
        state.closeDetails();
        state.closePlayer();
      },
      onCall(call: CallView) {
        const { callable } = call;
        if (callable !== null) void dialling.call({ number: callable, ...meant(call), from: 'call-back' });
      },
      onPerson(call: CallView) {
        const number = call.callable ?? call.display;
        if (number !== null)
          state.openPerson({ number, ...meant(call), ...(call.presented && { presented: true }) });
      },
      onPlay: ({ id }: CallView) => state.openPlayer(id),
      onMore: ({ id }: CallView) => state.openDetails(id),
      onWrite: ({ id }: CallView) => state.openNote(id),
      onOpenIn: opens
        ? (call: CallView) => void openIn.open({ of: 'call', call: call.id, ...meant(call) })
        : null,
      onRemind: state.askReminder,
      onDone(call: CallView) {
        focusAfter(call.id, state);
        void state.markDone(call.id, textOf(words, call).title);
      },
    };
  }, [state, dialling, openIn, opens, words]);

  const pane = useRef<HTMLDivElement>(null);
  useUndoKey(state.undo);
  useGoesOn(pane, '.recent-outcome', dialling.dismissFailure);

  const isFirst =
    listing === null ||
    (listing.known === 0 && (status === null || (status.completeFrom === null && status.working)));
  // There may be calls, which nobody is shown yet: above it stands why.
  const isHeld = listing?.known === 0 && status?.failure?.code === 'calls-held';
  /** That there are none nobody can say, before the PBX has answered. */
  const isUntold = listing?.known === 0 && status?.failure != null && status.upTo === null;
  const showAll = () => {
    state.search('');
    state.show('all');
  };

  return (
    <div class="pane recent" ref={pane}>
      <h2 class="said-only">{words.calls.title}</h2>
      {person === null ? (
        <Tools state={state} now={props.now} onDay={goToDay} />
      ) : (
        <PersonHead
          person={state.person.view.value}
          presented={person.presented ?? false}
          now={props.now}
          busy={dialling.busy.value}
          onCall={(number, from) =>
            void dialling.call({ number, ...calledSo(nameOn(state.person.view.value)), from })
          }
          onOpenIn={
            opens
              ? (number) =>
                  void openIn.open({
                    ...{ of: 'contact', number },
                    ...calledSo(nameOn(state.person.view.value)),
                  })
              : null
          }
          onBack={() => {
            state.closePerson();
            focusSoon('.recent .search-box');
          }}
        />
      )}
      {person === null && (listing?.known ?? 0) > 0 && (
        <MyDayRegion state={state.myDay} status={status} now={props.now} />
      )}
      {person === null && (listing?.known ?? 0) > 0 && <PbxClock skew={status?.skew ?? 0} now={props.now} />}
      <StatusLine state={state} now={props.now} />
      <p class="said-only" role="status">
        {listing !== null &&
          (query !== '' || filter !== 'all') &&
          words.calls[filter === 'to-do' ? 'foundToDo' : 'found'](listing.total)}
      </p>
      {isFirst ? (
        <Loading />
      ) : isHeld || isUntold ? null : listing.known === 0 ? (
        <Empty hotkey={props.hotkey} onDialPad={props.onDialPad} />
      ) : listing.total === 0 ? (
        <NothingFound
          title={person === null ? emptyTitle(words, query, filter, isToDoWhole) : words.calls.person.none}
          hint={
            filter === 'to-do' && !isToDoWhole
              ? words.calls.stillLooking
              : status?.completeFrom == null
                ? ''
                : words.calls.nothingFoundHint(sinceIn(words, status.completeFrom, props.now, zone))
          }
          working={status?.working ?? false}
          onShowAll={showAll}
          onLookBack={
            status?.completeFrom == null || status.full
              ? null
              : () => state.reachBack((status.completeFrom ?? 0) - month)
          }
        />
      ) : (
        <CallList
          listing={listing}
          now={props.now}
          busy={dialling.busy.value}
          opened={state.opened.value}
          byCaller={filter === 'to-do'}
          ofPerson={person !== null}
          goTo={goTo}
          unfold={unfold}
          onNeed={need}
          onScroll={state.scrolled}
          onPause={props.onPause}
          {...actions}
        >
          <Foot listing={listing} state={state} now={props.now} />
        </CallList>
      )}
      {reminding !== null && (
        <RemindForm
          call={reminding}
          onSet={(at) => void state.remind(at)}
          onCancel={() => state.askReminder(null)}
        />
      )}
      {forgetting !== null && (
        <ForgetQuestion
          about={forgetting.about}
          onForget={(contact) => void state.forget(contact)}
          onCancel={state.keepNumber}
        />
      )}
      <div class="recent-outcome">
        <OutcomeView
          outcome={dialling.outcome.value}
          phone={props.phone}
          onDismiss={dialling.dismissFailure}
        />
      </div>
    </div>
  );
}

/** Its row may go, and the focus with it: then to the row that comes in its place. */
function focusAfter(id: string, state: RecentCallsState): void {
  const button = document.activeElement?.closest('.call-action');
  const index = Number(button?.closest<HTMLElement>('[data-index]')?.dataset.index);
  if (!button || state.filter.peek() !== 'to-do') return;
  focusOnce(() => {
    const { rows, total } = state.listing.peek() ?? { rows: new Map(), total: 0 };
    if ([...rows.values()].some((call) => call.id === id)) return null;
    return document.querySelector<HTMLElement>(`[data-index="${Math.min(index, total - 1)}"] .call-done`);
  });
}

function emptyTitle({ calls }: PageWords, query: string, filter: CallFilter, isToDoWhole: boolean): string {
  if (query !== '') return calls.nothingFound;
  if (filter === 'to-do') return isToDoWhole ? calls.nothingToDo : calls.toDoSoFar(0);
  return filter === 'missed' ? calls.noMissed : calls.nothingFound;
}

/** The end of the list: since when it is whole, and the way further back. */
function Foot({ listing, state, now }: { listing: Listing; state: RecentCallsState; now: number }) {
  const words = useWords();
  const zone = usePbxZone();
  const status = state.status.value;
  if (status?.completeFrom == null) return null;
  const { completeFrom, working, full } = status;
  const oldest = listing.rows.get(listing.total - 1)?.start ?? completeFrom;
  return (
    <div class="row calls-foot aside">
      <p>
        <Prose
          text={
            working && !full
              ? words.calls.lookingBack
              : `${words.calls.since(sinceIn(words, completeFrom, now, zone))}${full ? words.calls.noOlder : ''}`
          }
        />
      </p>
      {!full && (
        <Button
          kind="quiet"
          disabled={working}
          onPress={() => state.reachBack(Math.min(completeFrom, oldest) - step)}
        >
          {words.calls.older}
        </Button>
      )}
    </div>
  );
}

function Loading() {
  const words = useWords();
  return (
    <div class="calls-loading">
      {[0, 1, 2, 3, 4].map((row) => (
        <RowToCome key={row} />
      ))}
      <p class="aside calls-loading-said" role="status">
        {words.calls.loading}
      </p>
    </div>
  );
}
