import { RefreshCw, X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallView } from '../../../app/contract/calls.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { letterPlace } from '../../ui/letter-place.ts';
import { SmallSelect } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Controls, Step, skipSeconds } from './controls.tsx';
import { MomentList } from './moment-list.tsx';
import { momentsIn } from './moments.ts';
import { More } from './more.tsx';
import { SaveBar } from './save-bar.tsx';
import type { SavedAbout } from './saving.ts';
import type { PlayerState, Shown } from './state.ts';
import { PlayerTools } from './tools.tsx';
import { mayTryAgain, Trouble, type TroubleShown } from './trouble.tsx';
import { Waves } from './waveform.tsx';
import './view.css';

interface Props {
  readonly state: PlayerState;
  readonly call: CallView;
  /** As it is by now, whatever was drawn. */
  readonly noteNow: () => string;
  readonly onNote: (text: string) => void;
  readonly onClose: () => void;
}

/** Plays a call's recording, inside the row of the call. */
export function PlayerView(props: Props) {
  const { state, call, onClose } = props;
  const [marking, setMarking] = useState(false);
  const words = useWords();
  const region = useRef<HTMLElement>(null);
  const shown = state.shown.value;
  const broken = state.sound.broken.value;
  usePlayerKeys(region, state, () => setMarking(true));
  const trouble = troubleOf(shown, broken);
  // Unfolded at the lower edge of the list, it would be there and not be seen.
  useEffect(() => region.current?.closest('li')?.scrollIntoView({ block: 'nearest' }), [shown.state]);
  const about = {
    direction: words.calls.directions[call.direction],
    number: call.display ?? '',
    name: call.name ?? '',
  };

  return (
    <section class="player" aria-label={words.recordings.region} ref={region}>
      {call.recordings > 1 && (
        <SmallSelect
          class="player-part"
          label={words.recordings.which}
          value={String(state.part.value)}
          options={Array.from({ length: call.recordings }, (_, part) => ({
            value: String(part),
            label: words.recordings.part(part + 1, call.recordings),
          }))}
          onChange={(value) => state.choosePart(Number(value))}
        />
      )}
      {shown.state === 'opening' && <Opening />}
      {shown.state === 'ready' && broken === false && (
        <Playing {...props} shown={shown} marking={marking} onMark={setMarking} />
      )}
      {trouble !== null && <Trouble shown={trouble} />}
      <div class="player-foot">
        {trouble !== null && mayTryAgain(trouble) && (
          <Button class="save-button" icon={RefreshCw} onPress={state.tryAgain}>
            {words.recordings.again}
          </Button>
        )}
        {trouble !== null && (
          <>
            <Step to="previous" state={state} />
            <Step to="next" state={state} />
          </>
        )}
        <SaveBarOf state={state} shown={shown} about={about} />
        <IconButton small icon={X} label={words.recordings.close} onPress={onClose} />
      </div>
    </section>
  );
}

function troubleOf(shown: Shown, broken: PlayerState['sound']['broken']['value']): TroubleShown | null {
  if (shown.state !== 'ready') return shown.state === 'opening' ? null : shown;
  if (broken === false) return null;
  // What is decoded here Chromium can read: then it was the way that broke off.
  if (broken === 'stopped' || shown.seconds !== null) return { state: 'broken' };
  const { id, format } = shown;
  const isCut = shown.warning === 'cut-short';
  return {
    state: 'problem',
    id,
    problem: isCut ? 'cut-short' : 'not-playable',
    message: null,
    format: isCut ? null : format,
    canSave: true,
    tryAgain: isCut,
  };
}

interface SaveBarOfProps {
  readonly state: PlayerState;
  readonly shown: Shown;
  readonly about: SavedAbout;
}

function SaveBarOf({ state, shown, about }: SaveBarOfProps) {
  const canSave = shown.state === 'ready' || (shown.state === 'problem' && shown.canSave);
  if (!canSave) return null;
  return (
    <SaveBar
      key={shown.id}
      saving={state.saving}
      id={shown.id}
      ways={shown.state === 'ready' ? shown.saveAs : ['original']}
      format={shown.format ?? ''}
      about={about}
    />
  );
}

function Opening() {
  const words = useWords();
  return (
    <p class="row player-opening" role="status">
      <Spinner />
      {words.recordings.opening}
    </p>
  );
}

interface PlayingProps extends Pick<Props, 'state' | 'call' | 'noteNow' | 'onNote'> {
  readonly shown: Extract<Shown, { state: 'ready' }>;
  readonly marking: boolean;
  readonly onMark: (marking: boolean) => void;
}

function Playing({ state, call, noteNow, onNote, shown, marking, onMark }: PlayingProps) {
  const words = useWords();
  const play = useRef<HTMLButtonElement>(null);
  const [isMore, setMore] = useState(false);
  // Who pressed "Play recording" by keyboard has the pause under the same finger; so has who goes from one to the next.
  useEffect(() => {
    const row = play.current?.closest('li');
    if (state.takeStep() || row?.contains(document.activeElement))
      play.current?.focus({ preventScroll: true });
  }, []);
  const part = state.part.value;
  const measures = state.measures.value;
  const note = noteNow();
  const moments = momentsIn(note, state.sound.length.value ?? shown.seconds, call.recordings);
  return (
    <>
      {shown.warning !== null && <p class="player-warning">{words.recordings.warning[shown.warning]}</p>}
      <Waves
        sound={state.sound}
        seconds={shown.seconds}
        sides={typeof measures === 'string' ? null : (measures?.sides ?? state.sketch.value)}
        marks={[...new Set(moments.filter((moment) => moment.part === part).map(({ seconds }) => seconds))]}
        loop={state.steering.loop.value}
        onSeek={state.seek}
      />
      <Times state={state} seconds={shown.seconds} />
      <Controls state={state} playRef={play} isMore={isMore} onMore={() => setMore(!isMore)} />
      <MomentList call={call} note={note} onGo={({ part, seconds }) => state.goTo(part, seconds)} />
      <PlayerTools
        state={state}
        format={shown.format}
        noteNow={noteNow}
        onNote={onNote}
        marking={marking}
        onMark={onMark}
      />
      {isMore && <More state={state} />}
    </>
  );
}

function Times({ state, seconds }: { readonly state: PlayerState; readonly seconds: number | null }) {
  const words = useWords();
  const length = state.sound.length.value ?? seconds;
  return (
    <div class="player-times figures aside">
      <span>{words.calls.length(state.sound.at.value)}</span>
      <span role="status">{state.steering.hasLeftLoop.value && words.recordings.loopLeft}</span>
      <span>{length === null ? '' : words.calls.length(length)}</span>
    </div>
  );
}

/**
 * Space plays and pauses, the arrows go back and forward, P and N go from recording to recording and M marks, wherever in the player the
 * focus is and has no use for them itself. P and N do nothing where no recording follows: whoever presses on is not to find the player folded. All
 * others are the list's (`row-keys.ts`). Letters by their places: a Thai layout has others there.
 */
function usePlayerKeys(
  region: { readonly current: HTMLElement | null },
  state: PlayerState,
  onMark: () => void,
): void {
  useEffect(() => {
    const element = region.current;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const at = event.target instanceof HTMLElement ? event.target : null;
      if (at?.matches('select, input:not([type="range"]):not([type="checkbox"])')) return;
      const isRange = at?.matches('input[type="range"]') ?? false;
      const letter = letterPlace(event);
      if (event.key === 'ArrowLeft' && !isRange) state.skip(-skipSeconds);
      else if (event.key === 'ArrowRight' && !isRange) state.skip(skipSeconds);
      else if (event.key === ' ' && !at?.matches('button, [type="checkbox"]')) state.toggle();
      else if (!event.repeat && (letter === 'KeyP' || event.key === 'MediaTrackPrevious'))
        state.step('previous');
      else if (!event.repeat && (letter === 'KeyN' || event.key === 'MediaTrackNext')) state.step('next');
      else if (letter === 'KeyM' && state.shown.peek().state === 'ready') onMark();
      else return;
      event.preventDefault();
    };
    element?.addEventListener('keydown', pressed);
    return () => element?.removeEventListener('keydown', pressed);
  }, [region, state]);
}
