import {
  Ellipsis,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
  SkipBack,
  SkipForward,
  Volume1,
  Volume2,
  VolumeX,
} from 'lucide';
import type { Ref } from 'preact';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Loudness } from './loudness.ts';
import type { PlayerState } from './state.ts';

interface Props {
  readonly state: PlayerState;
  readonly playRef: Ref<HTMLButtonElement>;
  readonly isMore: boolean;
  readonly onMore: () => void;
}

export const skipSeconds = 10;

export function Controls({ state, playRef, isMore, onMore }: Props) {
  const words = useWords().recordings;
  const { sound, loudness } = state;
  const playing = sound.playing.value;
  return (
    <div class="controls">
      <Mute loudness={loudness} />
      <div class="row controls-main">
        <Step to="previous" state={state} />
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
        <Step to="next" state={state} />
      </div>
      <IconButton
        small
        class="controls-more"
        icon={Ellipsis}
        label={words.more}
        expanded={isMore}
        onPress={onMore}
      />
    </div>
  );
}

/** To another recording of the list; in the order in which they were made. */
export function Step({ to, state }: { readonly to: 'previous' | 'next'; readonly state: PlayerState }) {
  const words = useWords().recordings;
  return (
    <IconButton
      small
      class="controls-step"
      icon={to === 'previous' ? SkipBack : SkipForward}
      label={words[to]}
      disabled={(state.order.around.value?.[to] ?? null) === null}
      onPress={() => state.step(to)}
    />
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

function Mute({ loudness }: { readonly loudness: Loudness }) {
  const words = useWords().recordings;
  const volume = loudness.muted.value ? 0 : loudness.volume.value;
  return (
    <IconButton
      small
      icon={volume === 0 ? VolumeX : volume < 0.5 ? Volume1 : Volume2}
      label={loudness.muted.value ? words.unmute : words.mute}
      onPress={loudness.toggleMuted}
    />
  );
}
