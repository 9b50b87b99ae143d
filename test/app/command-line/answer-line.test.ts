import { statSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AnswerAddress, listenForAnswer, openAnswer } from '../../../app/command-line/answer-line.ts';

const send = (at: string, text: string) =>
  new Promise<void>((resolve) => {
    const socket = connect(at, () => socket.end(text));
    socket.on('error', () => {});
    socket.on('close', () => resolve());
  });

const patient = { connect: 60_000, answer: 60_000 };

describe('the answer to a command', () => {
  it('arrives as it was sent, and leaves nothing behind', async () => {
    const line = await listenForAnswer('x', patient);
    expect(v.is(AnswerAddress, line.at)).toBe(true);
    // Another user of this computer cannot listen in or answer in its place.
    expect(statSync(path.dirname(line.at)).mode & 0o077).toBe(0);
    openAnswer(line.at)({ message: 'กำลังโทรหา 081 234 5678', status: 0 });
    expect(await line.answer()).toEqual({ message: 'กำลังโทรหา 081 234 5678', status: 0 });
    expect(() => statSync(path.dirname(line.at))).toThrow();
  });

  it('is none where something else was said, and the right one still counts afterwards', async () => {
    const line = await listenForAnswer('x', patient);
    for (const text of [
      '',
      '{}',
      '{"message":1,"status":0}',
      '{"message":"x","status":70}',
      'x'.repeat(100_000),
    ]) {
      await send(line.at, text);
    }
    openAnswer(line.at)({ message: 'right', status: 3 });
    expect(await line.answer()).toEqual({ message: 'right', status: 3 });
  });

  it('is none where nobody answers, and none is sent to nobody', async () => {
    const line = await listenForAnswer('x', { connect: 10, answer: 60_000 });
    expect(await line.answer()).toBeNull();
    openAnswer(line.at)({ message: 'late', status: 0 });
    const given = await listenForAnswer('y', patient);
    given.close();
    expect(await given.answer()).toBeNull();
  });

  it('is waited for as long as the one who is to give it is there, and no longer', async () => {
    const line = await listenForAnswer('x', { connect: 50, answer: 60_000 });
    expect(line.isHeard()).toBe(false);
    const tell = openAnswer(line.at);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(line.isHeard()).toBe(true);
    tell({ message: 'after the question', status: 0 });
    expect(await line.answer()).toEqual({ message: 'after the question', status: 0 });

    const other = await listenForAnswer('y', { connect: 50, answer: 60_000 });
    // As an instance that is killed.
    await send(other.at, '');
    expect(await other.answer()).toBeNull();
    expect(other.isHeard()).toBe(true);
  });

  it('is not late because the command was handed over late: time runs from when it is waited for', async () => {
    const line = await listenForAnswer('x', { connect: 50, answer: 60_000 });
    // As the handing over does where the running instance is busy: nothing else happens in this process.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const answer = line.answer();
    openAnswer(line.at)({ message: 'called', status: 0 });
    expect(await answer).toEqual({ message: 'called', status: 0 });
  });

  it.each([
    '/etc/passwd',
    '../promptcall-abcdef/answer',
    '/tmp/../promptcall-abcdef/answer',
    '/tmp/x/answer',
    '',
  ])('never goes to %j', (at) => {
    expect(v.is(AnswerAddress, at)).toBe(false);
  });
});
