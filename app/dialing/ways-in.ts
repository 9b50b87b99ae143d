import type { DialState } from '../contract/dialing.ts';
import type { Failure, Reply } from '../contract/failures.ts';
import type { Dialler, Wish } from './dialler.ts';
import { trust } from './trust.ts';

export interface TurnedDown {
  /** The number as it reads; empty where there was none. */
  readonly display: string;
  /** Whose it is, where that is known. */
  readonly name?: string;
  readonly failure: Failure;
}

/** Milliseconds. What comes by itself and is turned down for the same reason within it is told once. */
export const together = 5_000;

/**
 * Asks for calls on behalf of somebody who is not looking at the window: the hotkey, a link, another program, the
 * tray, a notice. What the dialler turns down is told, because nobody else would; but fifty links are no fifty notices.
 *
 * @param elapsed milliseconds of a clock that nobody sets
 */
export function createWaysIn(
  dialler: Pick<Dialler, 'call' | 'state'>,
  shownAs: (wished: Wish['numbers'][number]) => Pick<TurnedDown, 'display' | 'name'>,
  elapsed: () => number,
  tell: (turnedDown: TurnedDown) => void,
): (wish: Wish) => Promise<Reply<DialState>> {
  let last = { why: '', at: 0 };

  /** The same question was told of, however long ago; or the same reason a moment ago. */
  function wasTold(failure: Failure): boolean {
    const state = dialler.state();
    const open = failure.code === 'question-open' && state.kind === 'asking' ? state.question : null;
    const before = last;
    last = { why: open ?? failure.code, at: elapsed() };
    return before.why === last.why && (open !== null || last.at - before.at < together);
  }

  return async (wish) => {
    const reply = await dialler.call(wish);
    if (!reply.ok && !(trust[wish.from].waitsItsTurn && wasTold(reply.failure))) {
      const [first] = wish.numbers;
      tell({ ...(first ? shownAs(first) : { display: '' }), failure: reply.failure });
    }
    return reply;
  };
}
