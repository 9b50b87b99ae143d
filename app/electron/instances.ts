import { writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { listenForAnswer, openAnswer } from '../command-line/answer-line.ts';
import { inClaimTurn } from '../command-line/claim-turn.ts';
import { type Answer, type Command, exitStatus, longest } from '../command-line/command.ts';
import { pack, unpack } from '../command-line/hand-over.ts';
import { NotStarted, notStarted } from '../command-line/not-started.ts';
import { codeOf } from '../util/code-of.ts';

/** An instance that runs connects at once. A question may stand for a minute, and a PBX take its time after it. */
const patience = { connect: 10_000, answer: 180_000 };

/** The arguments that are meant for this program: behind the executable and, from a checkout, the app's folder. */
export function ownArguments(): string[] {
  const args = process.argv.slice(1);
  if (!process.defaultApp) return args;
  const folder = args.findIndex((arg) => !arg.startsWith('-') && path.resolve(arg) === app.getAppPath());
  return args.slice(folder + 1);
}

export type Received = (command: Command) => Promise<Answer>;

/**
 * Claims the profile in `folder`. `null`: this is the first instance, and what others are started with comes to `received`, as
 * do links on macOS. Else the running instance was told, and what it answered is to be said on the way out. Throws where there is
 * none, and the profile cannot be claimed all the same.
 */
export async function claimProfile(
  command: Command,
  id: string,
  folder: string,
  received: Received,
): Promise<{ readonly answer: Answer | null } | null> {
  const line = await listenForAnswer(id, patience).catch((error: unknown) => {
    const { reason, code } = notStarted(error);
    throw new NotStarted(reason === 'disk-full' ? reason : 'other', `${os.tmpdir()}: ${code}`);
  });
  const handed = pack({ command, answerAt: line.at });
  if (!(await inClaimTurn(folder, () => app.requestSingleInstanceLock(handed)))) {
    const answer = await line.answer();
    if (!line.isHeard()) throw new NotStarted('in-use', 'no instance');
    // Who pressed the icon once more sees the window.
    return { answer: command.kind === 'start' ? { message: '', status: exitStatus.done } : answer };
  }
  line.close();
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const handed = unpack(data);
    // An instance that says nothing we know (an older release, say) was started to see the window.
    if (handed === null) return void received({ kind: 'start' });
    const { command: asked, answerAt } = handed;
    const send = answerAt === null ? () => {} : openAnswer(answerAt);
    void received(asked).then(send);
  });
  // macOS starts no second instance: pressing the icon again comes here, and links have an event of their own.
  app.on('activate', () => void received({ kind: 'start' }));
  app.on('open-url', (event, uri) => {
    event.preventDefault();
    // Not cut: half a number is another number.
    void received({ kind: 'link', uri: uri.length > longest.link ? '' : uri });
  });
  return null;
}

/** Says something where the program was started from. No log has it: it may name a number. */
export function say(text: string, status: number, isAnswer = status === 0): void {
  if (text !== '') (isAnswer ? process.stdout : process.stderr).write(`${text.trimEnd()}\n`);
}

/** Says something where the program was started from, and ends. */
export function sayAndEnd(text: string, status: number, isAnswer = status === 0): void {
  if (text !== '') writeWhole(isAnswer ? 1 : 2, Buffer.from(`${text.trimEnd()}\n`));
  app.exit(status);
}

/** Milliseconds that a reader may take who lets a pipe fill up. */
const readerMayTake = 5_000;

/** What waits in a stream when the program ends is lost: of a long list, all that a pipe does not hold at once. */
function writeWhole(to: number, bytes: Uint8Array): void {
  const end = performance.now() + readerMayTake;
  for (let at = 0; at < bytes.length && performance.now() < end; ) {
    try {
      at += writeSync(to, bytes, at);
    } catch (error) {
      // Nobody reads it.
      if (codeOf(error) !== 'EAGAIN') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
