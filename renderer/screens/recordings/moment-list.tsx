import { Play } from 'lucide';
import type { CallView } from '../../../app/contract/calls.ts';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { type Moment, momentsIn } from './moments.ts';
import './moment-list.css';

interface Props {
  readonly call: CallView;
  readonly note: string;
  readonly onGo: (moment: Moment) => void;
}

/** A recording begins when its channel does, and may go on for a moment after the call. */
const longerThanCall = 60;

export function longestIn({ ringSeconds, talkSeconds, lineSeconds }: CallView): number | null {
  const line = talkSeconds ?? lineSeconds;
  return line === null ? null : line + (ringSeconds ?? 0) + longerThanCall;
}

/** The places in its recordings that a call's note names, to be pressed. */
export function MomentList({ call, note, onGo }: Props) {
  const words = useWords().recordings;
  const moments = momentsIn(note, longestIn(call), call.recordings);
  if (moments.length === 0) return null;
  return (
    <ul class="moments" aria-label={words.marks}>
      {moments.map((moment) => (
        <li key={`${moment.text} ${moment.word}`}>
          <button
            type="button"
            class="moment figures"
            aria-label={`${words.goTo(moment.text)} ${moment.word}`.trim()}
            title={words.goTo(moment.text)}
            onClick={() => onGo(moment)}
          >
            <Icon node={Play} size={12} />
            <span class="moment-text">{moment.text}</span>
            <span class="moment-word cut">{moment.word}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
