import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, longest, type Printed } from './command.ts';
import { systemSwitches } from './system-switches.ts';

/** Schemes whose links may name a number: RFC 3966, callto (Skype's), RFC 3261. And our own, which sets a desk up. */
const isLink = (argument: string) => /^(?:tel|callto|sips?|promptcall-companion):/i.test(argument);

const options = {
  dial: { type: 'string', multiple: true },
  'dial-selection': { type: 'boolean' },
  'dial-clipboard': { type: 'boolean' },
  redial: { type: 'boolean' },
  show: { type: 'boolean' },
  ask: { type: 'boolean' },
  hidden: { type: 'boolean' },
  // Of Windows' installer, which starts the program again.
  updated: { type: 'boolean' },
  'check-policy': { type: 'string', multiple: true },
  'set-up': { type: 'string', multiple: true },
  diagnostics: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/**
 * The program's own arguments (without the executable) as a command.
 *
 * A line with a link in it is a link and nothing else, whatever stands beside it: a browser hands over what a web page
 * wrote, and no page may add `--dial`. Everything else has to be understood to the last letter: who writes
 * `--ask=true`, or `--aks`, wants to be asked.
 */
export function readCommandLine(args: readonly string[]): Command | Printed {
  const bytes = args.reduce((sum, argument) => sum + Buffer.byteLength(argument) + 1, 0);
  if (bytes > mostBytes) return wrong(args.find((argument) => !argument.startsWith('-')) ?? '--');
  const link = args.find(isLink);
  // Not cut: half a number is another number.
  if (link !== undefined) return link.length > longest.link ? wrong(link) : { kind: 'link', uri: link };

  const { values, positionals, tokens } = parseArgs({
    args: args.filter((argument) => !finderSerial.test(argument)),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const unknown = tokens.find((token) => token.kind === 'option' && !isUnderstood(token));
  if (unknown?.kind === 'option') return wrong(unknown.rawName);
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  const [stray] = positionals;
  // A number alone is not dialled: a file or a word that was dropped on the program would be, too.
  if (stray !== undefined) return wrong(stray);

  const ask = values.ask === true;
  const commands: (Command | Extract<Printed, { kind: 'check-policy' }>)[] = [];
  if (Array.isArray(values.dial)) {
    const [number, second] = values.dial;
    // `--dial --redial`: a switch is no number. And of two numbers neither is the one that is meant.
    if (second !== undefined || typeof number !== 'string' || /^\s*(?:-|$)/.test(number))
      return wrong('--dial');
    if (number.length > longest.dial) return wrong(number);
    commands.push({ kind: 'dial', number, ask });
  }
  if (values['dial-selection']) commands.push({ kind: 'selection', ask });
  if (values['dial-clipboard']) commands.push({ kind: 'clipboard', ask });
  if (values.redial) commands.push({ kind: 'redial', ask });
  if (values.show) commands.push({ kind: 'show' });
  for (const kind of ['check-policy', 'set-up'] as const) {
    const files = values[kind];
    if (!Array.isArray(files)) continue;
    const [file, second] = files;
    // `--check-policy --show`: a switch is no file.
    if (second !== undefined || typeof file !== 'string' || /^(?:-|$)/.test(file)) return wrong(`--${kind}`);
    commands.push({ kind, file });
  }
  if (Array.isArray(values.diagnostics)) {
    const [file, second] = values.diagnostics;
    // `--diagnostics --show`: a switch is no file.
    if (second !== undefined || (typeof file === 'string' && /^(?:-|$)/.test(file)))
      return wrong('--diagnostics');
    // Alone, it has a name that tells when.
    const name = typeof file === 'string' ? file : `promptcall-diagnostics-${stamp(new Date())}.txt`;
    const whole = path.resolve(name);
    if (whole.length > longest.file) return wrong(name);
    commands.push({ kind: 'diagnostics', file: whole });
  }
  const [command, another] = commands;
  if (another) return wrong(nameOf(another));
  if (ask && !(command && 'ask' in command)) return wrong('--ask');
  return command ?? { kind: 'start' };
}

/**
 * The message that takes a command to the running program holds 32 KB, with all arguments and the folder. One that is longer is
 * never answered, and Chromium then ends the running program, which it takes for one that hangs.
 */
const mostBytes = 8_000;

/** `20261127-142500`, by this computer's clock. */
function stamp(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  return local.slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}

const shown = 60;
const wrong = (argument: string): Printed => ({
  kind: 'wrong',
  argument: argument.length > shown ? `${argument.slice(0, shown)}…` : argument,
});

/** macOS's Finder puts its number for the process there. */
const finderSerial = /^-psn_\d+_\d+$/;

function isUnderstood({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string | undefined;
}): boolean {
  if (Object.hasOwn(options, name)) {
    return options[name as keyof typeof options].type === 'string' || value === undefined;
  }
  const switched = systemSwitches.get(name);
  return switched === (value === undefined ? 'alone' : 'with value') || switched === 'either';
}

const names = { selection: '--dial-selection', clipboard: '--dial-clipboard' } as const;
const nameOf = ({ kind }: { readonly kind: string }) =>
  kind in names ? names[kind as keyof typeof names] : `--${kind}`;
