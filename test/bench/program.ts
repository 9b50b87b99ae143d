import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import * as v from 'valibot';

/** One of the two programs that are compared. */
export interface Subject {
  readonly executable: string;
  /** Folder or archive. */
  readonly app: string;
  readonly switches: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** A selector of what is there as soon as a person can use the window. */
  readonly usableWhen: string;
}

const Message = v.variant('event', [
  v.object({ event: v.literal('ready'), at: v.number() }),
  v.object({ event: v.literal('usable'), at: v.number(), resizable: v.boolean() }),
  v.object({ event: v.literal('hidden') }),
  v.object({ event: v.literal('shown'), took: v.number() }),
]);
type Message = v.InferOutput<typeof Message>;
type EventName = Message['event'];
type Of<E extends EventName> = Extract<Message, { event: E }>;

export interface Running {
  readonly pid: number;
  /** Milliseconds from the start of the process. */
  readonly ready: number;
  readonly usable: number;
  /** A popover is not; the ordinary window of a desktop without a tray is. */
  readonly resizable: boolean;
  hide(): Promise<void>;
  /** Milliseconds from asking for the window to its first picture. */
  show(): Promise<number>;
  end(): Promise<void>;
}

const patience = 30_000;
const now = () => performance.timeOrigin + performance.now();

export async function start(subject: Subject): Promise<Running> {
  const startedAt = now();
  const child = spawn(subject.executable, [...subject.switches, subject.app], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...subject.env,
      NODE_OPTIONS: `--require=${path.join(import.meta.dirname, 'probe.cjs')}`,
      BENCH_USABLE_WHEN: subject.usableWhen,
    },
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const arrived: Message[] = [];
  let look = () => {};
  child.on('message', (message: unknown) => {
    arrived.push(v.parse(Message, message));
    look();
  });
  const gone = once(child, 'exit');

  function next<E extends EventName>(event: E): Promise<Of<E>> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`the program did not report "${event}":\n${said.slice(-2_000)}`));
      const timer = setTimeout(fail, patience);
      look = () => {
        const at = arrived.findIndex((message) => message.event === event);
        const [message] = at < 0 ? [] : arrived.splice(at, 1);
        if (message === undefined) return;
        clearTimeout(timer);
        resolve(message as Of<E>);
      };
      look();
    });
  }

  async function end() {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(timer);
  }

  try {
    const ready = await next('ready');
    const usable = await next('usable');
    return {
      pid: child.pid ?? 0,
      ready: ready.at - startedAt,
      usable: usable.at - startedAt,
      resizable: usable.resizable,
      async hide() {
        child.send('hide');
        await next('hidden');
      },
      async show() {
        child.send('show');
        return (await next('shown')).took;
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
