import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../app/contract/failures.ts';
import { elsewhere, good, questionOf, started } from './set-up-desk.ts';

describe('a set-up that a person is asked about', () => {
  const link = 'promptcall-companion://setup?address=pbx.example.com:4433&extension=102';

  it('by a file signs in on a yes, and not before', async () => {
    const at = await started();
    at.at.chosen = at.write({ ...good, settings: { country: 'LA' } });
    await at.setUp.choose();
    expect(at.setUp.state()).toMatchObject({
      ...{ kind: 'asking', from: 'file', extension: '101', host: 'pbx.example.com' },
      ...{ signsOut: false, settings: true, plainHttp: false, inQuery: false },
    });
    expect(JSON.stringify(at.states)).not.toContain('s3cret');
    expect(at.done).toEqual([]);
    const question = questionOf(at);
    await at.setUp.confirm(question);
    expect(at.states.map(({ kind }) => kind)).toEqual(['asking', 'working', 'done']);
    expect([at.who(), existsSync(at.at.chosen)]).toEqual(['101', false]);
    expect(await at.setUp.confirm(question)).toEqual(fail('question-gone'));
  });

  it('by a link fills the form in and signs nobody in', async () => {
    const at = await started();
    at.setUp.link(link);
    expect(at.setUp.state()).toMatchObject({ kind: 'asking', from: 'link', host: 'pbx.example.com:4433' });
    await at.setUp.confirm(questionOf(at));
    expect(at.session.view()).toMatchObject({
      state: 'signed-out',
      form: { address: 'pbx.example.com:4433', extension: '102' },
    });
    expect(at.done).toEqual([]);
  });

  it.each([
    ['query', true],
    ['header', false],
    ['body', false],
  ] as const)(
    'says whether the secret is to stand in the address, which a web page may wish for: %s',
    async (authentication, inQuery) => {
      const at = await started();
      at.setUp.link(`${link}&authentication=${authentication}`);
      expect(at.setUp.state()).toMatchObject({ kind: 'asking', inQuery });
      at.setUp.openFile(at.write({ ...good, authentication }));
      expect(at.setUp.state()).toMatchObject({ kind: 'asking', inQuery });
    },
  );

  it('signs out properly first where another account is signed in, and leaves that one where the new one does not work', async () => {
    const at = await started();
    await at.setUp.silently(at.write(good));
    at.done.length = 0;
    at.setUp.openFile(at.write({ ...good, extension: '102', apiSecret: 'wrong' }));
    expect(at.setUp.state()).toMatchObject({ signsOut: true });
    await at.setUp.confirm(questionOf(at));
    expect(at.setUp.state()).toMatchObject({ kind: 'failed', failure: { code: 'unauthorised' } });
    expect(at.who()).toBe('101');
    at.setUp.openFile(at.write({ ...good, extension: '102' }));
    await at.setUp.confirm(questionOf(at));
    expect(at.who()).toBe('102');
    expect(at.done.filter((what) => what !== 'connect')).toEqual([
      ...['ask for 102', 'ask for 102', 'sign out', 'ask for 102'],
    ]);
  });

  it('by a file asks where a locked keychain has somebody else, who stays if it does not take the new one', async () => {
    for (const keychain of [false, true]) {
      const at = await started({ keychain, holder: elsewhere });
      const file = at.write(good);
      expect([at.who(), at.setUp.openFile(file)]).toMatchObject([null, { kind: 'asking', signsOut: true }]);
      await at.setUp.confirm(questionOf(at));
      if (keychain) {
        expect([at.setUp.state().kind, at.who(), existsSync(file)]).toEqual(['done', '101', false]);
        expect(at.kept()).toMatchObject({ extension: '101' });
        continue;
      }
      expect(at.setUp.state()).toMatchObject({ kind: 'failed', failure: { code: 'set-up-not-kept' } });
      expect([at.who(), at.kept(), existsSync(file), at.settings]).toEqual([null, elsewhere, true, []]);
      // The form that a link fills in signs nobody out.
      const link = 'promptcall-companion://setup?address=pbx.example.com&extension=101';
      expect(at.setUp.link(link)).toMatchObject({ kind: 'asking', signsOut: false });
    }
  });

  it('by a link to whom is signed in already asks nothing; to another one it signs out', async () => {
    const at = await started();
    await at.setUp.silently(at.write({ ...good, extension: '102', address: 'pbx.example.com:4433' }));
    expect(at.setUp.link(link)).toBeNull();
    at.setUp.link(link.replace('102', '103'));
    expect(at.setUp.state()).toMatchObject({ signsOut: true });
    at.setUp.dismiss(questionOf(at));
    expect(at.setUp.state()).toEqual({ kind: 'idle' });
    expect(at.who()).toBe('102');
    at.setUp.link(link.replace('102', '103'));
    await at.setUp.confirm(questionOf(at));
    expect([at.who(), at.done.at(-1)]).toEqual([null, 'sign out']);
    expect(at.session.view()).toMatchObject({ form: { extension: '103' } });
  });

  it('asks anew where somebody signed in meanwhile, and not for ever', async () => {
    const at = await started();
    at.setUp.link(link);
    const first = questionOf(at);
    await at.setUp.silently(at.write(good));
    await at.setUp.confirm(first);
    expect(at.setUp.state()).toMatchObject({ kind: 'asking', signsOut: true });
    expect(at.who()).toBe('101');
    at.at.expire();
    expect(at.setUp.state()).toEqual({ kind: 'idle' });
    expect(await at.setUp.confirm(first)).toEqual(fail('question-gone'));
  });

  it('by a link signs nobody out who signed in as the very one meanwhile', async () => {
    const at = await started();
    at.setUp.link(link);
    const file = at.write({ ...good, extension: '102', address: 'pbx.example.com:4433' });
    await at.setUp.silently(file);
    await at.setUp.confirm(questionOf(at));
    expect([at.who(), at.setUp.state()]).toEqual(['102', { kind: 'done' }]);
    expect(at.done).not.toContain('sign out');
  });

  it('is not answered by a no to the question before it', async () => {
    const at = await started();
    at.setUp.link(link);
    const first = questionOf(at);
    at.setUp.link(link.replace('102', '103'));
    for (const other of [first, null, 'q0']) at.setUp.dismiss(other);
    expect(at.setUp.state()).toMatchObject({ kind: 'asking', extension: '103' });
    at.setUp.dismiss(questionOf(at));
    expect(at.setUp.state()).toEqual({ kind: 'idle' });
  });

  it('says what a link or a file cannot do', async () => {
    const at = await started();
    at.setUp.link(`${link}&apiSecret=s3cret`);
    expect(at.setUp.state()).toEqual({ kind: 'failed', failure: { code: 'set-up-secret' } });
    at.setUp.openFile(path.join(at.folder, 'none.json'));
    expect(at.setUp.state()).toMatchObject({ kind: 'failed', failure: { code: 'set-up-unread' } });
    at.setUp.dismiss(null);
    expect(at.setUp.state()).toEqual({ kind: 'idle' });
  });
});
