import { parseArgs } from 'node:util';
import type { Command, Printed } from './command.ts';

/** Schemes whose links may name a number: RFC 3966, callto (Skype's), RFC 3261. */
export const linkSchemes = ['tel', 'callto', 'sip', 'sips'] as const;
const isLink = (argument: string) => /^(?:tel|callto|sips?):/i.test(argument);

const options = {
  dial: { type: 'string', multiple: true },
  'dial-selection': { type: 'boolean' },
  'dial-clipboard': { type: 'boolean' },
  redial: { type: 'boolean' },
  show: { type: 'boolean' },
  ask: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/**
 * The program's own arguments (without the executable) as a command.
 *
 * A line with a link in it is a link and nothing else, whatever stands beside it: a browser hands over what a web page
 * wrote, and no page may add `--dial`. Other unknown switches are Chromium's and are left to it.
 */
export function readCommandLine(args: readonly string[]): Command | Printed {
  const link = args.find(isLink);
  if (link !== undefined) return { kind: 'link', uri: link.slice(0, 2_000) };

  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
  });
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  const [stray] = positionals;
  // A number alone is not dialled: a file or a word that was dropped on the program would be, too.
  if (stray !== undefined) return { kind: 'wrong', argument: stray };

  const ask = values.ask === true;
  const commands: Command[] = [];
  if (Array.isArray(values.dial)) {
    const [number, second] = values.dial;
    // `--dial --redial`: a switch is no number. And of two numbers neither is the one that is meant.
    if (second !== undefined || typeof number !== 'string' || /^\s*(?:-|$)/.test(number))
      return { kind: 'wrong', argument: '--dial' };
    commands.push({ kind: 'dial', number: number.slice(0, 200), ask });
  }
  if (values['dial-selection']) commands.push({ kind: 'selection', ask });
  if (values['dial-clipboard']) commands.push({ kind: 'clipboard', ask });
  if (values.redial) commands.push({ kind: 'redial', ask });
  if (values.show) commands.push({ kind: 'show' });
  const [command, another] = commands;
  if (another) return { kind: 'wrong', argument: nameOf(another) };
  if (!command && ask) return { kind: 'wrong', argument: '--ask' };
  return command ?? { kind: 'start' };
}

const names = { selection: '--dial-selection', clipboard: '--dial-clipboard' } as const;
const nameOf = ({ kind }: Command) => (kind in names ? names[kind as keyof typeof names] : `--${kind}`);
