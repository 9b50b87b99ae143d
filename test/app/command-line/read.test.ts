import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCommandLine } from '../../../app/command-line/read.ts';

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
  ['--user-data-dir=/tmp/x --lang=th --no-sandbox --hidden --inspect=0', { kind: 'start' }],
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
