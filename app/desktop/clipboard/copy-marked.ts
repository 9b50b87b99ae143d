/** A clipboard that can be emptied and put back as it was. */
export interface LendingClipboard<Held> {
  /** All that it holds, in every format; `null` where that could not be put back. */
  hold(): Promise<Held | null>;
  clear(): Promise<void>;
  /** Empty where there is no text. */
  text(): Promise<string>;
  restore(held: Held): Promise<void>;
}

export interface CopyMarkedParts<Held> {
  readonly clipboard: LendingClipboard<Held>;
  /** Presses the key that copies in the program in front. Rejects where the system does not allow it. */
  readonly pressCopy: () => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** How long a program may take to copy, and how often one looks. */
const patience = 600;
const step = 30;

/**
 * The text that is marked in the program in front, where the system tells it in no other way: copied, read, and the
 * clipboard put back as it was. `null`: nothing is marked, or the clipboard could not be put back and was left alone.
 *
 * It is emptied rather than filled with a mark of ours: programs that keep a history of the clipboard would keep that.
 */
export async function copyMarked<Held>({
  clipboard,
  pressCopy,
  wait,
}: CopyMarkedParts<Held>): Promise<string | null> {
  const held = await clipboard.hold();
  if (held === null) return null;
  let copied = '';
  try {
    await clipboard.clear();
    await pressCopy();
    for (let waited = 0; copied === '' && waited < patience; waited += step) {
      await wait(step);
      copied = await clipboard.text();
    }
  } catch {
    // Not allowed, or no such program: then nothing is known to be marked.
    copied = '';
  }
  // What somebody copied in this very moment is theirs, and newer than what was held.
  if ((await clipboard.text()) === copied) await clipboard.restore(held);
  return copied === '' ? null : copied;
}
