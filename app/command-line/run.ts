import type { Attempt, DialState } from '../contract/dialing.ts';
import type { Failure, Reply } from '../contract/failures.ts';
import type { FoundNumber } from '../contract/numbers.ts';
import type { Dialable, Dialler, Wish } from '../dialing/dialler.ts';
import type { Selected } from '../selection/selection.ts';
import { isSetUpLink } from '../setup/link.ts';
import { type EndKind, saidOf } from '../setup/said.ts';
import type { SetUp } from '../setup/set-up.ts';
import { called } from '../words/called.ts';
import { failureLine, type Words } from '../words/index.ts';
import { type Answer, type Command, exitStatus, longestMessage, setUpStatus } from './command.ts';

export interface CommandParts {
  /** Resolves once it is known who is signed in. */
  readonly ready: Promise<void>;
  readonly ask: (wish: Wish) => Promise<Reply<DialState>>;
  readonly outcomeOf: Dialler['outcomeOf'];
  /** The numbers in what is marked or copied, as the hotkey takes them; whether only a person can tell which is meant. */
  readonly meant: () => Promise<Selected>;
  readonly copied: () => Promise<Selected>;
  readonly found: (text: string) => readonly FoundNumber[];
  readonly read: (number: string) => Dialable | null;
  readonly last: () => Attempt | undefined;
  readonly setUp: Pick<SetUp, 'link' | 'silently'>;
  readonly show: () => void;
  /** `null`: it is written; else why not. */
  readonly diagnose: (file: string) => Promise<string | null>;
  readonly words: () => Words;
}

const statusOf: Readonly<Record<EndKind, Answer['status']>> = {
  done: exitStatus.done,
  unfit: exitStatus.usage,
  'not-taken': setUpStatus.notTaken,
  'another-account': setUpStatus.anotherAccount,
  managed: setUpStatus.managed,
  'not-kept': setUpStatus.notKept,
  'not-all': setUpStatus.notAll,
};

/** Does what a command asks for; answers when it is known what became of it, with a question answered in between. */
export function createCommands(parts: CommandParts): (command: Command) => Promise<Answer> {
  async function dial(wish: Wish): Promise<Answer> {
    const reply = await parts.ask(wish);
    if (!reply.ok) return failed(reply.failure);
    const state = reply.value;
    if (state.kind !== 'asking') return outcome(state);
    // Whoever opened a link waits for nothing: the browser would.
    if (wish.from === 'link') return { message: parts.words().commandLine.asked, status: exitStatus.done };
    return outcome(await parts.outcomeOf(state.question));
  }

  /** A cell of a table may hold two numbers; taken as one they would be a third, of which both were made. */
  function named(text: string): Wish['numbers'] {
    const found = parts.found(text);
    const [only, another] = found;
    // Nothing that the numbering plan knows: if it can be dialled at all, it is asked about.
    if (!only) return [{ number: text, doubt: 'unlisted' }];
    // As it was written, where that is the number and nothing else: it may be sent like that.
    const written = only.extension == null && parts.read(text)?.key === parts.read(only.number)?.key;
    return another || !written ? found : [{ ...only, number: text }];
  }

  function setUpBy(uri: string): Answer {
    const words = parts.words();
    const state = parts.setUp.link(uri);
    if (state?.kind === 'failed') return failed(state.failure);
    if (state !== null) return { message: words.setUp.asked, status: exitStatus.done };
    parts.show();
    return { message: words.setUp.already, status: exitStatus.done };
  }

  const dialSelected = (selected: Selected, asked: boolean) =>
    dial({ ...selected, from: 'hotkey', ask: asked || selected.ask === true });

  function outcome(state: DialState): Answer {
    const words = parts.words();
    if (state.kind === 'placed') {
      return { message: words.dial.placed(called(state, words)), status: exitStatus.done };
    }
    if (state.kind === 'failed') return failed(state.failure, called(state, words));
    return { message: words.commandLine.cancelled, status: exitStatus.cancelled };
  }

  /** `number`: that was called, where it is known. */
  function failed(failure: Failure, number = ''): Answer {
    const words = parts.words();
    const line = failureLine(words, failure, { at: 'dial', number });
    if (failure.code === 'unknown-outcome') return { message: line, status: exitStatus.unknown };
    const message = number === '' ? line : `${words.dial.failed(number)} ${line}`;
    return { message, status: exitStatus.failed };
  }

  return async (command) => {
    if (command.kind === 'start' || command.kind === 'show') {
      parts.show();
      return { message: parts.words().commandLine.shown, status: exitStatus.done };
    }
    await parts.ready;
    switch (command.kind) {
      case 'dial':
        return await dial({ numbers: named(command.number), from: 'command-line', ask: command.ask });
      case 'selection':
        return await dialSelected(await parts.meant(), command.ask);
      case 'clipboard':
        return await dialSelected(await parts.copied(), command.ask);
      case 'redial': {
        const last = parts.last();
        return await dial({
          numbers: last ? [{ number: last.number, extension: last.extension ?? null }] : [],
          from: 'redial',
          ask: command.ask,
          // A script may say it at any time; the person has a button for it.
          waits: true,
        });
      }
      case 'set-up': {
        const { kind, message } = saidOf(await parts.setUp.silently(command.file), parts.words());
        return { message: message.slice(0, longestMessage), status: statusOf[kind] };
      }
      case 'diagnostics': {
        const { diagnosed, notDiagnosed } = parts.words().commandLine;
        const why = await parts.diagnose(command.file);
        if (why === null) return { message: diagnosed(command.file), status: exitStatus.done };
        return { message: notDiagnosed(command.file, why), status: exitStatus.failed };
      }
      case 'link': {
        if (isSetUpLink(command.uri)) return setUpBy(command.uri);
        const found = parts.found(command.uri);
        // As it came: "tel:hello can't be called" tells more than "there is no number".
        return await dial({ numbers: found.length > 0 ? found : [{ number: command.uri }], from: 'link' });
      }
    }
  };
}
