import { expect, it } from 'vitest';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import { createPatientRead } from '../../../app/directory/patient.ts';

it('a share that never answers is given up, asked no second time meanwhile, and read once it answers', async () => {
  const answers: ((reply: Reply<Uint8Array>) => void)[] = [];
  const late = new Set<() => void>();
  const read = createPatientRead(
    () => new Promise((done) => answers.push(done)),
    (_, then) => {
      late.add(then);
      return () => void late.delete(then);
    },
  );
  const pass = () => [...late].forEach((then) => void then());
  const gone = fail('directory-unreachable', { details: 'no answer' });

  for (let times = 0; times < 3; times += 1) {
    const asked = read('/share/people.csv');
    pass();
    expect(await asked).toEqual(gone);
  }
  expect(answers).toHaveLength(1);

  const asked = read('/share/people.csv');
  answers[0]?.(ok(Buffer.from('Name')));
  expect(await asked).toMatchObject({ ok: true });
  expect(late.size).toBe(0);

  void read('/share/people.csv');
  expect(answers).toHaveLength(2);
});
