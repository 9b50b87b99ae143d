import { Headphones, RefreshCw, X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { CallView } from '../../../app/contract/calls.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { SmallSelect } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Controls, skipSeconds } from './controls.tsx';
import { SaveBar } from './save-bar.tsx';
import type { PlayerState, Shown } from './state.ts';
import { mayTryAgain, Trouble, type TroubleShown } from './trouble.tsx';
import { Waveform } from './waveform.tsx';
import './view.css';

interface Props {
  readonly state: PlayerState;
  readonly call: CallView;
  readonly onClose: () => void;
}

/** Plays a call's recording, inside the row of the call. */
export function PlayerView({ state, call, onClose }: Props) {
  const words = useWords();
  const region = useRef<HTMLElement>(null);
  const shown = state.shown.value;
  const broken = state.sound.broken.value;
  usePlayerKeys(region, state);
  const trouble = troubleOf(shown, broken);
  // Unfolded at the lower edge of the list, it would be there and not be seen.
  useEffect(() => region.current?.closest('li')?.scrollIntoView({ block: 'nearest' }), [shown.state]);
  const about = {
    direction: words.calls.directions[call.direction],
    party: call.display ?? call.name ?? '',
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
      {shown.state === 'ready' && !broken && <Playing state={state} shown={shown} />}
      {trouble !== null && <Trouble shown={trouble} />}
      <div class="player-foot">
        {trouble !== null && mayTryAgain(trouble) && (
          <Button class="save-button" icon={RefreshCw} onPress={state.tryAgain}>
            {words.recordings.again}
          </Button>
        )}
        <SaveBarOf state={state} shown={shown} about={about} />
        <IconButton small icon={X} label={words.recordings.close} onPress={onClose} />
      </div>
    </section>
  );
}

function troubleOf(shown: Shown, broken: boolean): TroubleShown | null {
  if (shown.state === 'ready') return broken ? { state: 'broken' } : null;
  return shown.state === 'opening' ? null : shown;
}

interface SaveBarOfProps {
  readonly state: PlayerState;
  readonly shown: Shown;
  readonly about: { readonly direction: string; readonly party: string };
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

interface PlayingProps {
  readonly state: PlayerState;
  readonly shown: Extract<Shown, { state: 'ready' }>;
}

function Playing({ state, shown }: PlayingProps) {
  const words = useWords();
  const play = useRef<HTMLButtonElement>(null);
  // Who pressed "Play recording" by keyboard has the pause under the same finger.
  useEffect(() => {
    const row = play.current?.closest('li');
    if (row?.contains(document.activeElement)) play.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      {shown.warning !== null && <p class="player-warning">{words.recordings.warning[shown.warning]}</p>}
      <Waveform sound={state.sound} seconds={shown.seconds} peaks={state.peaks.value} />
      <Times state={state} seconds={shown.seconds} />
      <Controls state={state} playRef={play} />
      <OutputChoice state={state} />
    </>
  );
}

function Times({ state, seconds }: { readonly state: PlayerState; readonly seconds: number | null }) {
  const words = useWords();
  const length = state.sound.length.value ?? seconds;
  return (
    <div class="player-times figures aside">
      <span>{words.calls.length(state.sound.at.value)}</span>
      <span>{length === null ? '' : words.calls.length(length)}</span>
    </div>
  );
}

/** Only where there is a choice: headset or loudspeaker. */
function OutputChoice({ state }: { readonly state: PlayerState }) {
  const words = useWords().recordings;
  const { outputs, output, outputGone } = state.loudness;
  if (outputs.value.length < 2 && !outputGone.value) return null;
  return (
    <div class="row player-output">
      <Icon node={Headphones} size={16} />
      <SmallSelect
        label={words.output}
        value={output.value}
        options={[
          { value: '', label: words.systemOutput },
          ...outputs.value.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => void state.loudness.setOutput(id)}
      />
      {outputGone.value && <p role="status">{words.outputGone}</p>}
    </div>
  );
}

/** Space plays and pauses, the arrows go back and forward, wherever in the player the focus is and has no use for them itself. */
function usePlayerKeys(region: { readonly current: HTMLElement | null }, state: PlayerState): void {
  useEffect(() => {
    const element = region.current;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const at = event.target instanceof HTMLElement ? event.target : null;
      const isSlider = at?.matches('input') ?? false;
      if (at?.matches('select')) return;
      if (event.key === 'ArrowLeft' && !isSlider) state.skip(-skipSeconds);
      else if (event.key === 'ArrowRight' && !isSlider) state.skip(skipSeconds);
      else if (event.key === ' ' && !at?.matches('button')) state.toggle();
      else return;
      event.preventDefault();
    };
    element?.addEventListener('keydown', pressed);
    return () => element?.removeEventListener('keydown', pressed);
  }, [region, state]);
}
