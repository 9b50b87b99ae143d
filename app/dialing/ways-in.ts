import type { DialState } from '../contract.ts';
import type { Failure, Reply } from '../failures.ts';
import type { Dialler, Wish } from './dialler.ts';

export interface TurnedDown {
  /** The number as it reads; empty where there was none. */
  readonly display: string;
  readonly failure: Failure;
}

/**
 * Asks for calls on behalf of somebody who is not looking at the window: the hotkey, a link, another program, the
 * tray, a notice. What the dialler turns down is told, because nobody else would.
 */
export function createWaysIn(
  dialler: Pick<Dialler, 'call'>,
  displayOf: (number: string) => string,
  tell: (turnedDown: TurnedDown) => void,
): (wish: Wish) => Promise<Reply<DialState>> {
  return async (wish) => {
    const reply = await dialler.call(wish);
    if (!reply.ok) {
      const [first] = wish.numbers;
      tell({ display: first ? displayOf(first.number) : '', failure: reply.failure });
    }
    return reply;
  };
}
