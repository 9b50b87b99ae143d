import { Bookmark, ListMusic } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { focusSoon } from '../../ui/focus-soon.ts';
import { RoomLeft, useRoom } from '../../ui/room.tsx';
import { SmallSelect } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { longestNote } from '../calls/note-field.tsx';
import { speeds } from './loudness.ts';
import { momentText, withMark } from './moments.ts';
import type { PlayerState } from './state.ts';

interface Props {
  readonly state: PlayerState;
  /** For the person: `MP3`. */
  readonly format: string;
  /** As it is by now: a mark is added to what is there. */
  readonly noteNow: () => string;
  readonly onNote: (text: string) => void;
  readonly marking: boolean;
  readonly onMark: (marking: boolean) => void;
}

/** Beneath the player: what makes a long recording short, and a day of them. */
export function PlayerTools({ state, format, noteNow, onNote, marking, onMark }: Props) {
  const words = useWords().recordings;
  const { order } = state;
  const day = order.day.value;
  const count = order.around.value?.day.length ?? 0;
  return (
    <>
      <SkipSilence state={state} format={format} />
      {marking ? (
        <MarkForm state={state} noteNow={noteNow} onNote={onNote} onEnd={() => onMark(false)} />
      ) : (
        <div class="player-tools">
          <Button class="small-button" icon={Bookmark} onPress={() => onMark(true)}>
            {words.addMark}
          </Button>
          <Button
            class="small-button"
            icon={ListMusic}
            pressed={day !== null}
            disabled={count === 0 && day === null}
            onPress={state.playDay}
          >
            {words.playDay}
          </Button>
          {day !== null && <span class="aside figures player-turn">{words.turn(day.number, day.of)}</span>}
        </div>
      )}
    </>
  );
}

function SkipSilence({ state, format }: Pick<Props, 'state' | 'format'>) {
  const words = useWords();
  const said = words.recordings;
  const { steering, loudness } = state;
  const saves = steering.saves.value;
  const measures = state.measures.value;
  const isUnknown = typeof measures === 'string';
  const what =
    saves === null
      ? ''
      : saves === 'all'
        ? said.onlySilence
        : saves < 1
          ? said.noSilence
          : said.saves(words.calls.length(saves));
  return (
    <div class="player-skip">
      <Switch
        label={said.skipSilence}
        disabled={isUnknown}
        on={steering.skips.value && !isUnknown}
        onChange={steering.setSkips}
      />
      <span class="aside figures">
        {isUnknown ? (measures === 'none' ? said.notMeasured(format) : said.tooLong) : what}
      </span>
      <SmallSelect
        class="player-speed"
        label={said.speed}
        value={String(loudness.speed.value)}
        options={speeds.map((speed) => ({ value: String(speed), label: said.times(speed) }))}
        onChange={(value) => loudness.setSpeed(Number(value))}
      />
    </div>
  );
}

const longestWord = 100;

interface MarkProps extends Pick<Props, 'state' | 'noteNow' | 'onNote'> {
  readonly onEnd: () => void;
}

/** The place is the one at which somebody pressed: the sound goes on while they write. */
function MarkForm({ state, noteNow, onNote, onEnd }: MarkProps) {
  const words = useWords();
  const said = words.recordings;
  const [at] = useState(() => state.sound.at.peek());
  const [isFull, setFull] = useState(false);
  const part = state.part.value;
  const box = useRef<HTMLInputElement>(null);
  const room = useRoom('', longestWord);
  const [length, setLength] = useState(0);
  useLayoutEffect(() => {
    box.current?.focus();
    return () => focusSoon('.player-tools .button');
  }, []);

  function keep(word: string): void {
    const next = withMark(noteNow(), at, part, word);
    if (next.length > longestNote) {
      setFull(true);
    } else {
      onNote(next);
      onEnd();
    }
  }

  return (
    <form
      class="mark-form"
      onSubmit={(event) => {
        event.preventDefault();
        keep(new FormData(event.currentTarget).get('word')?.toString() ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onEnd();
      }}
    >
      <span class="figures">{momentText(at, part)}</span>
      <input
        name="word"
        class="field-input"
        aria-invalid={room.tooMany !== null}
        onInput={(event) => !event.isComposing && setLength(room.take(event.currentTarget).length)}
        onCompositionEnd={(event) => setLength(room.take(event.currentTarget).length)}
        aria-label={said.markWord(momentText(at, part))}
        placeholder={said.markHint}
        spellcheck={false}
        autocomplete="off"
        ref={box}
      />
      <Button class="small-button" kind="primary" type="submit">
        {said.keepMark}
      </Button>
      <Button class="small-button" kind="quiet" onPress={onEnd}>
        {words.cancel}
      </Button>
      <RoomLeft length={length} longest={longestWord} tooMany={room.tooMany} />
      {isFull && (
        <p class="player-warning" role="alert">
          {said.noRoom}
        </p>
      )}
    </form>
  );
}
