/** For the person at the terminal. On stderr: stdout belongs to what was asked for, an executable's path say. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The build cannot go on, for a reason that the person can act on. Its message is one line; a stack would hide it. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn';
}

/** Runs a script's work. What the person can act on ends in one line and exit code 1; a bug keeps its stack. */
export async function asScript(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
