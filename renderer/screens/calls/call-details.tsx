import { Check, Copy, ListTodo, Star, UserPlus } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { CallView } from '../../../app/contract/calls.ts';
import { momentOf } from '../../../app/words/dates.ts';
import { failureText } from '../../../app/words/failure-text.ts';
import { Button } from '../../ui/button.tsx';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { MomentList } from '../recordings/moment-list.tsx';
import type { Moment } from '../recordings/moments.ts';
import { mayPlay } from './call-row.tsx';
import { factsOf, isKnown, reasonsOf } from './call-text.ts';
import { NoteField } from './note-field.tsx';
import { isNoticeable } from './pbx-clock.tsx';
import './call-details.css';

export interface Favourites {
  readonly has: (number: string) => boolean;
  readonly add: (favourite: { readonly number: string; readonly name: string }) => void;
}

interface Props {
  readonly call: CallView;
  /** As the status has it. */
  readonly skew: number;
  readonly favourites: Favourites | null;
  readonly onContact: (known: { readonly number: string; readonly name: string }) => void;
  /** Its recording plays above, with its marks. */
  readonly plays: boolean;
  readonly note: string;
  /** As it is by now, whatever was drawn. */
  readonly noteNow: () => string;
  /** Of all notes. */
  readonly tags: readonly string[];
  /** As it is typed. */
  readonly onNote: (text: string) => void;
  /** The person goes on to something else. */
  readonly onNoteEnd: () => void;
  /** A call that was marked done is to be done after all. */
  readonly onNotDone: () => void;
  readonly onForget: () => void;
  readonly onMoment: (moment: Moment) => void;
}

/** What is known of a call beyond its row, and what else can be done with it. Unfolds beneath it. */
export function CallDetails(props: Props) {
  const { call, skew, favourites, onContact, plays, note, tags, onNote, onNoteEnd, onForget } = props;
  const words = useWords();
  const zone = usePbxZone();
  const failed = call.failure && failureText(words, call.failure, { at: 'dial' });
  // Folded while something is being typed, the text box goes without a word.
  useEffect(() => onNoteEnd, []);
  const facts = factsOf(words, call);
  const number = call.callable ?? call.display;
  const isFavourite = number !== null && (favourites?.has(number) ?? false);
  return (
    <div class="call-details">
      <p class="call-moment figures">{momentOf(words, call.start, zone)}</p>
      {isNoticeable(skew) && (
        <p class="figures">{words.calls.clock.byPbx(momentOf(words, call.start + skew, zone))}</p>
      )}
      {facts.length > 0 && <p class="figures">{facts.join(' · ')}</p>}
      {reasonsOf(words, call).map((reason) => (
        <p key={reason} class="figures">
          {reason}
        </p>
      ))}
      {failed && (
        <p class="call-failure">
          <strong>{failed.what}</strong> {failed.todo}
        </p>
      )}
      {call.message !== '' && <p>{words.failureBox.pbxSays(call.message)}</p>}
      {call.markedDone && (
        <div class="call-details-actions">
          <Button icon={ListTodo} onPress={props.onNotDone}>
            {words.calls.markNotDone}
          </Button>
        </div>
      )}
      {number !== null && isKnown(call) && (
        <div class="call-details-actions">
          <CopyButton icon={Copy} label={words.calls.copyNumber} text={number} />
          {favourites !== null && call.callable !== null && (
            <Button
              icon={isFavourite ? Check : Star}
              disabled={isFavourite}
              onPress={() => favourites.add({ number, name: call.name ?? '' })}
            >
              {isFavourite ? words.calls.addedFavourite : words.calls.addFavourite}
            </Button>
          )}
          {call.callable !== null && !call.isContact && (
            <Button
              icon={UserPlus}
              onPress={() => onContact({ number: call.callable ?? '', name: call.name ?? '' })}
            >
              {words.contacts.add}
            </Button>
          )}
        </div>
      )}
      <NoteField note={note} now={props.noteNow} tags={tags} onNote={onNote} onNoteEnd={onNoteEnd} />
      {mayPlay(call) && !plays && <MomentList call={call} note={note} onGo={props.onMoment} />}
      {number !== null && (
        <button type="button" class="link call-forget" onClick={onForget}>
          {words.kept.forget.open}
        </button>
      )}
    </div>
  );
}
