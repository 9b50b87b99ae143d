import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { Answer } from './command.ts';

/**
 * How the running instance answers one that was started with a command: the started one listens, for one answer, on a
 * local socket that only this user can reach (a folder of mode 0700; on Windows a pipe with an unguessable name), and
 * the running one connects at once, writes a line of JSON when it has one, and is done. Electron's own way between instances
 * goes one way only, and says that another instance runs also where it could not find out.
 */
export interface AnswerLine {
  /** Goes to the running instance with the command. */
  readonly at: string;
  /**
   * The answer; `null` where none came in time, or whoever was to give one is gone. Time runs from here, once the command is handed over:
   * that stands still for as long as the running instance is busy, and nobody could have connected meanwhile.
   */
  answer(): Promise<Answer | null>;
  /** Somebody connected: another instance does run. */
  isHeard(): boolean;
  /** Nobody will answer: there is no running instance. */
  close(): void;
}

const mostBytes = 16_000;

/** Milliseconds: to connect, and to answer. */
export interface Patience {
  readonly connect: number;
  readonly answer: number;
}

export async function listenForAnswer(name: string, patience: Patience): Promise<AnswerLine> {
  const folder = process.platform === 'win32' ? null : await mkdtemp(path.join(os.tmpdir(), 'promptcall-'));
  const at = folder === null ? `\\\\.\\pipe\\promptcall-${name}` : path.join(folder, 'answer');
  const server = createServer();
  let close = () => {};
  let wait = () => {};
  let heard = false;
  const answer = new Promise<Answer | null>((resolve) => {
    let nobody: NodeJS.Timeout | undefined;
    let connected = 0;
    close = () => resolve(null);
    wait = () => {
      setTimeout(() => resolve(null), patience.answer).unref();
      if (!heard) nobody ??= setTimeout(() => resolve(null), patience.connect).unref();
    };
    server.on('error', () => resolve(null));
    server.on('connection', (socket) => {
      heard = true;
      connected += 1;
      clearTimeout(nobody);
      let text = '';
      socket.setEncoding('utf8');
      socket.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > mostBytes) socket.destroy();
      });
      socket.on('error', () => {});
      socket.on('close', () => {
        connected -= 1;
        const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Answer), text);
        if (parsed.success) return resolve(parsed.output);
        // It ended before it had an answer.
        if (connected === 0) nobody = setTimeout(() => resolve(null), patience.connect).unref();
      });
    });
  }).finally(async () => {
    server.close();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  });
  await new Promise<void>((resolve) => {
    server.once('listening', resolve);
    server.once('error', () => resolve());
    server.listen(at);
  });
  return {
    at,
    answer: () => {
      wait();
      return answer;
    },
    isHeard: () => heard,
    close: () => close(),
  };
}

/** An address that an instance of this program listens at; what else is named is not connected to. */
export const AnswerAddress = v.pipe(
  v.string(),
  v.maxLength(300),
  v.check((at) => {
    if (process.platform === 'win32') return /^\\\\\.\\pipe\\promptcall-[\w-]{1,60}$/.test(at);
    return path.isAbsolute(at) && /\/promptcall-\w{6}\/answer$/.test(at) && path.normalize(at) === at;
  }),
);

/** Connects, and gives what sends the answer once there is one. */
export function openAnswer(at: string): (answer: Answer) => void {
  const socket = connect(at);
  // Whoever asked may be gone.
  socket.on('error', () => {});
  return (answer) => void socket.end(JSON.stringify(answer));
}
