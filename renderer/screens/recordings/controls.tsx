import { Pause, Play, RotateCcw, RotateCw, Volume1, Volume2, VolumeX } from 'lucide';
import type { Ref } from 'preact';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { SmallSelect } from '../../ui/select.tsx';
import { type Loudness, speeds } from './loudness.ts';
import type { PlayerState } from './state.ts';

interface Props {
  readonly state: PlayerState;
  readonly playRef: Ref<HTMLButtonElement>;
}

export const skipSeconds = 10;

export function Controls({ state, playRef }: Props) {
  const words = useWords().recordings;
  const { sound, loudness } = state;
  const playing = sound.playing.value;
  return (
    <div class="controls">
      <SmallSelect
        class="controls-speed"
        label={words.speed}
        value={String(loudness.speed.value)}
        options={speeds.map((speed) => ({ value: String(speed), label: words.times(speed) }))}
        onChange={(value) => loudness.setSpeed(Number(value))}
      />
      <div class="row controls-main">
        <Skip by={-skipSeconds} label={words.back} state={state} />
        <Button
          kind="primary"
          class="square controls-play"
          icon={playing ? Pause : Play}
          label={playing ? words.pause : words.play}
          busy={playing && sound.waiting.value}
          elementRef={playRef}
          onPress={state.toggle}
        />
        <Skip by={skipSeconds} label={words.forward} state={state} />
      </div>
      <VolumeControl loudness={loudness} />
    </div>
  );
}

interface SkipProps {
  readonly by: number;
  readonly label: string;
  readonly state: PlayerState;
}

function Skip({ by, label, state }: SkipProps) {
  const icon = <Icon node={by < 0 ? RotateCcw : RotateCw} size={18} />;
  return (
    <Button
      kind="quiet"
      class="controls-skip figures"
      label={label}
      title={label}
      onPress={() => state.skip(by)}
    >
      {by < 0 && icon}
      <span aria-hidden="true">{Math.abs(by)}</span>
      {by > 0 && icon}
    </Button>
  );
}

function VolumeControl({ loudness }: { readonly loudness: Loudness }) {
  const words = useWords().recordings;
  const muted = loudness.muted.value;
  const volume = muted ? 0 : loudness.volume.value;
  return (
    <div class="row controls-volume">
      <IconButton
        small
        icon={volume === 0 ? VolumeX : volume < 0.5 ? Volume1 : Volume2}
        label={muted ? words.unmute : words.mute}
        onPress={loudness.toggleMuted}
      />
      <input
        type="range"
        class="volume-slider"
        aria-label={words.volume}
        aria-valuetext={`${Math.round(volume * 100)} %`}
        min={0}
        max={1}
        step={0.05}
        value={volume}
        style={{ '--share': `${volume * 100}%` }}
        onInput={(event) => loudness.setVolume(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
