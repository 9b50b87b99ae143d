import path from 'node:path';
import { expect, it } from 'vitest';
import { readCommandLine } from '../../../app/command-line/read.ts';
import { systemSwitches } from '../../../app/command-line/system-switches.ts';
import { fc } from '../../support/property.ts';

it.each<[string, ReturnType<typeof readCommandLine>]>([
  ['', { kind: 'start' }],
  ['--show', { kind: 'show' }],
  ['--dial 0812345678', { kind: 'dial', number: '0812345678', ask: false }],
  ['--dial=0812345678 --ask', { kind: 'dial', number: '0812345678', ask: true }],
  ['--dial-selection', { kind: 'selection', ask: false }],
  ['--ask --dial-clipboard', { kind: 'clipboard', ask: true }],
  ['--redial', { kind: 'redial', ask: false }],
  ['tel:0812345678', { kind: 'link', uri: 'tel:0812345678' }],
  ['-- TEL:0812345678', { kind: 'link', uri: 'TEL:0812345678' }],
  ['sips:101@pbx.example', { kind: 'link', uri: 'sips:101@pbx.example' }],
  ['--help', { kind: 'help' }],
  ['-h', { kind: 'help' }],
  ['--version', { kind: 'version' }],
  ['--check-policy /tmp/p.json', { kind: 'check-policy', file: '/tmp/p.json' }],
  ['--check-policy=p.json --user-data-dir=/tmp/x', { kind: 'check-policy', file: 'p.json' }],
  ['--check-policy', { kind: 'wrong', argument: '--check-policy' }],
  ['--check-policy=', { kind: 'wrong', argument: '--check-policy' }],
  ['--check-policy --show', { kind: 'wrong', argument: '--check-policy' }],
  ['--check-policy a --check-policy b', { kind: 'wrong', argument: '--check-policy' }],
  ['--check-policy a --dial 101', { kind: 'wrong', argument: '--check-policy' }],
  ['--check-policy a --ask', { kind: 'wrong', argument: '--ask' }],
  ['--check-policy a b', { kind: 'wrong', argument: 'b' }],
  ['--diagnostics /tmp/d.txt', { kind: 'diagnostics', file: '/tmp/d.txt' }],
  ['--diagnostics=d.txt --user-data-dir=/tmp/x', { kind: 'diagnostics', file: path.resolve('d.txt') }],
  ['--diagnostics=', { kind: 'wrong', argument: '--diagnostics' }],
  ['--diagnostics --show', { kind: 'wrong', argument: '--diagnostics' }],
  ['--diagnostics a --diagnostics b', { kind: 'wrong', argument: '--diagnostics' }],
  ['--diagnostics a --dial 101', { kind: 'wrong', argument: '--diagnostics' }],
  ['--diagnostics a --ask', { kind: 'wrong', argument: '--ask' }],
  ['--diagnostics a b', { kind: 'wrong', argument: 'b' }],
  ['--user-data-dir=/tmp/x --lang=th --no-sandbox --hidden', { kind: 'start' }],
  ['--inspect=0 --remote-debugging-port=0 --ozone-platform=wayland --enable-features=A,B', { kind: 'start' }],
  ['-psn_0_989382', { kind: 'start' }],
  ['--user-data-dir=/tmp/x --dial 101', { kind: 'dial', number: '101', ask: false }],
  // What nobody can have meant dials nothing.
  ['0812345678', { kind: 'wrong', argument: '0812345678' }],
  ['--dial', { kind: 'wrong', argument: '--dial' }],
  ['--dial=', { kind: 'wrong', argument: '--dial' }],
  ['--dial 101 102', { kind: 'wrong', argument: '102' }],
  ['--dial 101 --dial 102', { kind: 'wrong', argument: '--dial' }],
  ['--dial 101 --dial', { kind: 'wrong', argument: '--dial' }],
  ['--dial --redial', { kind: 'wrong', argument: '--dial' }],
  ['--dial 101 --redial', { kind: 'wrong', argument: '--redial' }],
  ['--dial-selection --dial-clipboard', { kind: 'wrong', argument: '--dial-clipboard' }],
  ['--ask', { kind: 'wrong', argument: '--ask' }],
  // Nor does what is nearly right, or belongs to Chromium and not to this program.
  ['--ask=true --dial 101', { kind: 'wrong', argument: '--ask' }],
  ['--ask= --dial 101', { kind: 'wrong', argument: '--ask' }],
  ['--no-ask --dial 101', { kind: 'wrong', argument: '--no-ask' }],
  ['--aks --dial 101', { kind: 'wrong', argument: '--aks' }],
  ['--Dial 101', { kind: 'wrong', argument: '--Dial' }],
  ['-ask --dial 101', { kind: 'wrong', argument: '-a' }],
  ['--redial=no', { kind: 'wrong', argument: '--redial' }],
  ['--show=0', { kind: 'wrong', argument: '--show' }],
  ['--hidden=false', { kind: 'wrong', argument: '--hidden' }],
  ['--dial-selection=x', { kind: 'wrong', argument: '--dial-selection' }],
  ['--dial-clipboard=x', { kind: 'wrong', argument: '--dial-clipboard' }],
  ['--help=me', { kind: 'wrong', argument: '--help' }],
  ['--help --bogus', { kind: 'wrong', argument: '--bogus' }],
  ['--bogus', { kind: 'wrong', argument: '--bogus' }],
  ['--__proto__=1', { kind: 'wrong', argument: '--__proto__' }],
  ['--constructor', { kind: 'wrong', argument: '--constructor' }],
  ['--no-sandbox=false', { kind: 'wrong', argument: '--no-sandbox' }],
  ['--user-data-dir', { kind: 'wrong', argument: '--user-data-dir' }],
  ['--lang th', { kind: 'wrong', argument: '--lang' }],
  ['--ignore-certificate-errors', { kind: 'wrong', argument: '--ignore-certificate-errors' }],
  ['--host-rules=MAP', { kind: 'wrong', argument: '--host-rules' }],
  ['/home/me/notes.txt', { kind: 'wrong', argument: '/home/me/notes.txt' }],
])('%j is read as it is meant', (line, expected) => {
  expect(readCommandLine(line === '' ? [] : line.split(' '))).toEqual(expected);
});

it('a line with a link in it is that link and nothing else, whatever a page put beside it', () => {
  const beside = fc.array(
    fc.oneof(fc.constantFrom('--dial', '0812345678', '--redial', '--help', '--'), fc.string()),
  );
  fc.assert(
    fc.property(beside, beside, (before, after) => {
      const free = [...before, ...after].filter((argument) => !/^(?:tel|callto|sips?):/i.test(argument));
      const line = [...free.slice(0, before.length), 'tel:021234567', ...free.slice(before.length)];
      expect(readCommandLine(line)).toEqual({ kind: 'link', uri: 'tel:021234567' });
    }),
  );
});

it('a line that is too long is not cut, for half a number is another number', () => {
  const long = (length: number) => `${'-'.repeat(length - 10)}0812345678`;
  expect(readCommandLine(['--dial', `x${long(199)}`])).toMatchObject({ kind: 'dial' });
  expect(readCommandLine(['--dial', `x${long(200)}`])).toMatchObject({ kind: 'wrong' });
  expect(readCommandLine([`tel:${long(1_996)}`])).toMatchObject({ kind: 'link' });
  expect(readCommandLine([`tel:${long(1_997)}`])).toMatchObject({ kind: 'wrong' });
  const [first] = [readCommandLine(['--dial', '101', '--lang=', 'ก'.repeat(3_000)])];
  expect(first).toMatchObject({ kind: 'wrong' });
  expect(JSON.stringify(first).length).toBeLessThan(120);
});

it('does nothing where two things are asked for: one of them would be passed over in silence', () => {
  const all = [
    ...['--dial=101', '--dial-selection', '--dial-clipboard', '--redial', '--show'],
    ...['--check-policy=a', '--set-up=a', '--diagnostics=a'],
  ];
  for (const one of all) {
    expect(readCommandLine([one]).kind).not.toBe('wrong');
    for (const other of all.filter((name) => name !== one))
      expect([one, other, readCommandLine([one, other]).kind]).toEqual([one, other, 'wrong']);
  }
  for (const one of all.slice(4)) expect([one, readCommandLine([one, '--ask']).kind]).toEqual([one, 'wrong']);
});

it('calls nobody where one letter of a line is not understood', () => {
  const right = ['--dial', '0812345678', '--dial-selection', '--redial', '--ask', '--show', '--hidden'];
  const known = new Set([...right, ...systemSwitches.keys()].map((name) => name.replace(/^--/, '')));
  const word = fc
    .stringMatching(/^[a-z][a-z-]{0,12}$/)
    .filter((name) => !known.has(name) && name !== 'help' && name !== 'version');
  const slip = fc.oneof(
    word.map((name) => `--${name}`),
    fc.tuple(word, fc.string()).map(([name, value]) => `--${name}=${value}`),
    fc
      .tuple(fc.constantFrom(...right.filter((one) => /^--(?!dial$)/.test(one))), fc.string())
      .map(([name, value]) => `${name}=${value}`),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(right), slip, fc.nat(8), (line, wrong, at) => {
      const whole = line.toSpliced(at, 0, wrong);
      // Behind --dial stands its number, and a switch is none.
      expect(readCommandLine(whole).kind).toBe('wrong');
    }),
  );
});

it('never throws, and dials only what stood behind --dial', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 300 }), { maxLength: 6 }), (line) => {
      const command = readCommandLine(line);
      if (command.kind === 'dial') {
        expect(line.some((argument) => argument === '--dial' || argument.startsWith('--dial='))).toBe(true);
      }
    }),
  );
});
