import path from 'node:path';
import { checkPolicy } from '../settings/check-policy.ts';
import type { Words } from '../words/index.ts';
import { type Answer, type Command, exitStatus, type Printed } from './command.ts';

export interface Program {
  readonly name: string;
  readonly version: string;
  /** A switch that the packed program does not start with. */
  readonly refusedSwitch: string | null;
  /** There is nothing to draw on. */
  readonly isWithoutDisplay: boolean;
}

export interface Said {
  readonly kind: 'said';
  readonly message: string;
  readonly status: number;
  /** What was asked for, whatever the status: for whoever reads the output. */
  readonly isAnswer?: boolean;
}

/** What is said without starting; a command: the program is to start, or to be told. */
export function atOnce(asked: Command | Printed, program: Program, words: Words): Command | Said {
  const { commandLine } = words;
  const { name, version, refusedSwitch, isWithoutDisplay } = program;
  if (refusedSwitch !== null) {
    return { kind: 'said', message: commandLine.refused(`--${refusedSwitch}`), status: exitStatus.usage };
  }
  switch (asked.kind) {
    case 'help':
      return { kind: 'said', message: commandLine.help('promptcall-companion'), status: exitStatus.done };
    case 'version':
      return { kind: 'said', message: `${name} ${version}`, status: exitStatus.done };
    case 'check-policy': {
      const lines = checkPolicy(asked.file, words.policyCheck);
      return lines.length === 0
        ? { kind: 'said', message: words.policyCheck.fits, status: exitStatus.done }
        : { kind: 'said', message: lines.join('\n'), status: exitStatus.usage, isAnswer: true };
    }
    case 'wrong':
      return { kind: 'said', message: commandLine.wrong(asked.argument), status: exitStatus.usage };
    default:
      if (isWithoutDisplay)
        return { kind: 'said', message: commandLine.noDisplay, status: exitStatus.failed };
      // The running program stands in another folder.
      return asked.kind === 'set-up' ? { ...asked, file: path.resolve(asked.file) } : asked;
  }
}

const calls: ReadonlySet<Command['kind']> = new Set(['dial', 'selection', 'clipboard', 'redial']);

/** The running program was told and says nothing, or ended before it could: whether it called, nobody knows. */
export const unanswered = ({ kind }: Command, { commandLine }: Words): Answer =>
  calls.has(kind)
    ? { message: commandLine.noAnswerToCall, status: exitStatus.unknown }
    : { message: commandLine.noAnswer, status: exitStatus.failed };
