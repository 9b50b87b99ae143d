import {
  CircleHelp,
  type IconNode,
  PhoneForwarded,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  PhoneOutgoing,
} from 'lucide';
import type { CallView } from '../../../app/contract/calls.ts';

/** A shape for each direction and result, beside the words: colour alone tells some people nothing. */
export function shapeOf({ direction, result }: Pick<CallView, 'direction' | 'result'>): IconNode {
  switch (result) {
    case 'missed':
      return PhoneMissed;
    case 'answered-elsewhere':
      return PhoneForwarded;
    case 'busy':
    case 'failed':
      return PhoneOff;
    case 'unknown':
      return CircleHelp;
    case 'answered':
    case 'no-answer':
      return direction === 'incoming' ? PhoneIncoming : PhoneOutgoing;
  }
}
