import { Check, Copy, Headphones, Repeat } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { copyText } from '../../ui/copy-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { SmallSelect } from '../../ui/select.tsx';
import { momentText } from './moments.ts';
import { SaveAll } from './save-all.tsx';
import type { PlayerState } from './state.ts';

/** What is seldom used: unfolds beneath the player. */
export function More({ state }: { readonly state: PlayerState }) {
  return (
    <div class="player-more-panel">
      <div class="player-tools">
        <Loop state={state} />
        <CopyMoment state={state} />
      </div>
      <Volume state={state} />
      <Balance state={state} />
      <OutputChoice state={state} />
      <SaveAll state={state} />
    </div>
  );
}

function Loop({ state }: { readonly state: PlayerState }) {
  const words = useWords().recordings;
  const { steering, part } = state;
  const loop = steering.loop.value;
  const does = loop === null ? words.loopFrom : loop.to === null ? words.loopTo : words.loopEnd;
  return (
    <>
      <Button class="small-button" icon={Repeat} pressed={loop !== null} onPress={steering.nextLoop}>
        {does}
      </Button>
      {loop !== null && (
        <span class="aside figures">
          {momentText(loop.from, part.value)}–{loop.to === null ? '…' : momentText(loop.to, part.value)}
        </span>
      )}
    </>
  );
}

/** For a note: what is written there is pressed there. */
function CopyMoment({ state }: { readonly state: PlayerState }) {
  const { recordings: words, failureBox } = useWords();
  const text = momentText(state.sound.at.value, state.part.value);
  const [copied, setCopied] = useState('');
  useEffect(() => {
    if (copied !== text) setCopied('');
  }, [text]);
  return (
    <>
      <Button
        class="small-button figures"
        icon={copied === text ? Check : Copy}
        onPress={() => copyText(text) && setCopied(text)}
      >
        {words.copyMoment(text)}
      </Button>
      <span class="said-only" role="status">
        {copied === text && failureBox.copied}
      </span>
    </>
  );
}

function Volume({ state }: { readonly state: PlayerState }) {
  const words = useWords().recordings;
  const { loudness } = state;
  const volume = loudness.muted.value ? 0 : loudness.volume.value;
  return (
    <Slide
      label={words.volume}
      text={`${Math.round(volume * 100)} %`}
      {...{ min: 0, max: 1, step: 0.05, value: volume, share: volume }}
      onSlide={loudness.setVolume}
    />
  );
}

/** Where there are two sides. */
function Balance({ state }: { readonly state: PlayerState }) {
  const words = useWords().recordings;
  const { hearing, measures } = state;
  if (measures.value === null || typeof measures.value === 'string' || measures.value.sides.length < 2)
    return null;
  const balance = hearing.balance.value;
  return (
    <Slide
      label={words.balance}
      text={
        balance === 0
          ? words.middle
          : words.side(balance < 0 ? 'left' : 'right', Math.round(Math.abs(balance) * 100))
      }
      {...{ min: -1, max: 1, step: 0.1, value: balance, share: (balance + 1) / 2 }}
      onSlide={hearing.setBalance}
    />
  );
}

interface SlideProps {
  readonly label: string;
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** 0 to 1: how much of its track is coloured. */
  readonly share: number;
  readonly onSlide: (value: number) => void;
}

function Slide({ label, text, share, onSlide, ...range }: SlideProps) {
  return (
    <label class="row slide">
      <span>{label}</span>
      <input
        type="range"
        class="volume-slider"
        aria-valuetext={text}
        {...range}
        style={{ '--share': `${share * 100}%` }}
        onInput={(event) => onSlide(event.currentTarget.valueAsNumber)}
      />
    </label>
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
