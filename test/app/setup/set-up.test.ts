import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../app/contract/failures.ts';
import { readSetUpFile } from '../../../app/setup/read-file.ts';
import { saidOf } from '../../../app/setup/said.ts';
import { everySetting } from '../settings/every-setting.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { good, id, questionOf, started, words } from './set-up-desk.ts';

describe('a set-up file', () => {
  it('signs in, keeps the settings, and is gone; the secret is in the keychain', async () => {
    const at = await started();
    const file = at.write({ ...good, agentId: '2001', settings: { country: 'LA', hotkey: 'Control+Alt+K' } });
    const end = await at.setUp.silently(file);
    expect(end).toEqual({ ok: true, extension: '101', left: [] });
    expect(saidOf(end, words)).toEqual({
      kind: 'done',
      message: 'Signed in as 101. The set-up file is removed.',
    });
    expect(at.session.current()?.account).toMatchObject({
      extension: '101',
      agentId: '2001',
      authentication: 'header',
    });
    expect(at.settings).toEqual([{ country: 'LA', hotkey: 'Control+Alt+K' }]);
    expect(existsSync(file)).toBe(false);
    expect(at.entries.get(id)).toContain('s3cret');
    expect(at.logged).toEqual(['set-up by file: signed in']);
  });

  it.each([true, false])('is read as Windows writes it, with a mark (%s) or without', async (mark) => {
    const at = await started();
    const file = at.write('');
    writeFileSync(file, Buffer.from(`${mark ? '\ufeff' : ''}${JSON.stringify(good)}`, 'utf16le'));
    expect(await at.setUp.silently(file)).toMatchObject({ ok: true, extension: '101' });
  });

  it('in no Unicode is not read: a name that was lost would be kept as if it were one', async () => {
    const at = await started();
    const file = at.write('');
    writeFileSync(file, Buffer.from(JSON.stringify({ ...good, settings: { deskName: 'café' } }), 'latin1'));
    expect(await at.setUp.silently(file)).toMatchObject({
      ok: false,
      failure: { code: 'set-up-unread', details: 'it is not in UTF-8' },
    });
    expect(at.done).toEqual([]);
  });

  it.each([
    [{ ...good, apiSecret: undefined }, ['apiSecret: does not fit, expected "apiSecret"']],
    [{ ...good, apiKey: '' }, ['apiKey: does not fit, expected >=1']],
    [{ ...good, extension: undefined }, ['extension: does not fit, expected "extension"']],
    [{ ...good, extension: 's3cret/1' }, ['extension: does not fit']],
    [
      {
        ...good,
        settings: {
          rules: [
            { name: 'No premium', match: '1900.', action: 'block', remark: 's3cret' },
            { name: 'Outside line', match: '0X.', action: 'prefix', vlaue: 's3cret' },
          ],
        },
      },
      ['settings › rules › 2 › value: does not fit, expected "value"'],
    ],
    [{ ...good, password: 's3cret' }, ['5: has a name that this program does not know']],
    [{ ...good, colour: 's3cret' }, ['5: has a name that this program does not know']],
    [
      { ...good, settings: { theme: 's3cret', hotkey: 'D', colour: 1 } },
      ['settings › 3: has a name', 'settings › theme: does not fit', 'settings › hotkey: does not fit'],
    ],
    [
      JSON.stringify(good).replace('{', '{"extension":"102","apiSecret":"s3cret",'),
      ['extension: stands twice', 'apiSecret: stands twice'],
    ],
    ['{"apiSecret": "s3cret"', ['(no JSON, line 1)']],
    ['{\n"apiSecret": "s3cret",\n}', ['(no JSON, line 3)']],
    ['{\n"apiSecret": s3cret\n}', ['(no JSON, line 2)']],
    [[good], ['(no JSON object)']],
  ])('that does not fit does nothing and is told by place, without content: %#', async (content, lines) => {
    const at = await started();
    const file = at.write(content);
    const said = saidOf(await at.setUp.silently(file), words);
    expect(said.kind).toBe('unfit');
    for (const line of lines) expect(said.message).toContain(line);
    expect(said.message).not.toContain('s3cret');
    expect([at.done, at.who(), existsSync(file)]).toEqual([[], null, true]);
  });

  it('brings the password of the directory that it sets, which is in no line of what is said', async () => {
    const at = await started();
    const directory = { from: 'ldap', address: 'ldaps://ad.example.com', base: 'dc=example', bindDn: 'cn=r' };
    const file = at.write({ ...good, directoryPassword: 'hush', settings: { directory } });
    const end = await at.setUp.silently(file);
    expect(end).toEqual({ ok: true, extension: '101', left: [] });
    expect(at.settings).toEqual([{ directory }]);
    expect(at.done.at(-1)).toBe('directory hush');
    expect(JSON.stringify([at.logged, saidOf(end, words)])).not.toContain('hush');
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    [fail('directory-password'), ['set-up-settings'], false],
    [ok(false), ['set-up-settings', 'set-up-kept'], true],
  ])('says so where that password is kept for nothing, or nowhere: %#', async (kept, left, stays) => {
    const at = await started();
    at.at.directory = kept;
    const directory = { from: 'ldap', address: 'ldaps://ad.example.com', base: 'dc=example', bindDn: 'cn=r' };
    const file = at.write({ ...good, directoryPassword: 'hush', settings: { directory } });
    const end = await at.setUp.silently(file);
    expect(end.ok && end.left.map(({ code }) => code)).toEqual(left);
    expect(saidOf(end, words).message).toContain('directoryPassword');
    expect(existsSync(file)).toBe(stays);
  });

  it.each([
    [{ directoryPassword: 'hush' }, 'directoryPassword'],
    [{ directoryPassword: 'hush', settings: { directory: { from: 'none' } } }, 'directoryPassword'],
    [{ settings: { hotkey: 'Ctrl+Alt+K', boxKey: 'Control+Alt+K' } }, 'settings › hotkey'],
    [{ settings: { internalShortest: 6, internalLength: 5 } }, 'settings › internalShortest'],
    [{ settings: { keepCalls: 10, keepNotes: 20 } }, 'settings › keepNotes'],
    [{ settings: { openIn: 'http://crm.example.com/{number}' } }, 'settings › openIn'],
  ])('that asks for what cannot be does nothing, and is told by place: %j', async (more, place) => {
    const at = await started();
    const file = at.write({ ...good, ...more });
    const said = saidOf(await at.setUp.silently(file), words);
    expect(said.kind).toBe('unfit');
    expect(said.message).toContain(`${place}: `);
    expect([at.done, at.who(), existsSync(file)]).toEqual([[], null, true]);
  });

  const byItsOwnWay = {
    proxy: { use: 'server', address: 'proxy.example.com:3128' },
    trustedCertificates: [{ host: 'pbx.example.com', sha256: 'ab'.repeat(32) }],
  };

  it('is proved as it says: by its proxy and pins, which are kept before anything else asks the PBX', async () => {
    const at = await started();
    const ways = { authentication: 'query', requests: 'get', allowPlainHttp: true };
    const file = at.write({
      ...{ ...good, ...ways, address: 'http://pbx.example.com' },
      settings: { ...byItsOwnWay, country: 'LA' },
    });
    expect(await at.setUp.silently(file)).toEqual({ ok: true, extension: '101', left: [] });
    expect(at.asked).toEqual([
      {
        network: byItsOwnWay,
        account: expect.objectContaining({ authentication: 'query', requests: 'get' }),
      },
    ]);
    expect(at.asked[0]?.account.endpoint.address).toMatch(/^http:/);
    expect(at.done).toEqual(['ask for 101', 'keep proxy trustedCertificates', 'connect', 'keep country']);
  });

  it('in the place of another person is proved as it says both times', async () => {
    const at = await started();
    await at.setUp.silently(at.write(good));
    at.setUp.openFile(at.write({ ...good, extension: '102', settings: byItsOwnWay }));
    await at.setUp.confirm(questionOf(at));
    expect(at.asked.map(({ network }) => network)).toEqual([{}, byItsOwnWay, byItsOwnWay]);
    expect(at.who()).toBe('102');
  });

  it('whose way the disk does not take signs nobody in who would ask by another one', async () => {
    const at = await started();
    at.at.full = true;
    const file = at.write({ ...good, settings: byItsOwnWay });
    expect(await at.setUp.silently(file)).toMatchObject(fail('settings-file'));
    expect([at.who(), existsSync(file), at.entries.size]).toEqual([null, true, 0]);
    expect(at.done).not.toContain('connect');
  });

  it('that the PBX turns down changes nothing, and stays', async () => {
    const at = await started();
    const settings = { ...byItsOwnWay, country: 'LA' };
    const file = at.write({ ...good, apiSecret: 'wrong', settings });
    const end = await at.setUp.silently(file);
    expect(saidOf(end, words)).toMatchObject({ kind: 'not-taken' });
    expect([at.who(), at.settings, existsSync(file)]).toEqual([null, [], true]);
  });

  it('takes nobody’s place in silence; the same account gets its new secret', async () => {
    const at = await started();
    await at.setUp.silently(at.write(good));
    const other = at.write({ ...good, extension: '102' });
    expect(saidOf(await at.setUp.silently(other), words).kind).toBe('another-account');
    expect([at.who(), existsSync(other)]).toEqual(['101', true]);
    const again = at.write({ ...good, address: 'https://PBX.example.com/', apiKey: 'new' });
    expect(await at.setUp.silently(again)).toMatchObject({ ok: true, left: [] });
    expect(at.entries.get(id)).toContain('new');
    expect(at.done).not.toContain('sign out');
  });

  it('stays where no keychain keeps its secret, and that is told', async () => {
    const at = await started({ keychain: false });
    const file = at.write(good);
    const end = await at.setUp.silently(file);
    expect(end).toEqual(fail('set-up-not-kept'));
    expect(saidOf(end, words).kind).toBe('not-kept');
    expect([existsSync(file), at.who(), at.settings]).toEqual([true, null, []]);
  });

  it('that a person says yes to signs in for this run there, and stays', async () => {
    const at = await started({ keychain: false });
    const file = at.write({ ...good, settings: { country: 'LA' } });
    at.setUp.openFile(file);
    await at.setUp.confirm(questionOf(at));
    expect(at.setUp.state()).toEqual({ kind: 'failed', failure: { code: 'set-up-no-keychain' } });
    expect([existsSync(file), at.who(), at.settings]).toEqual([true, '101', [{ country: 'LA' }]]);
  });

  it('that another name is left of, or whose settings were not kept, is told', async () => {
    const at = await started();
    const file = at.write({ ...good, settings: { hotkey: 'Control+Alt+K', country: 'LA' } });
    linkSync(file, `${file}.too`);
    at.at.settings = fail('hotkey-taken');
    const end = await at.setUp.silently(file);
    expect(end).toMatchObject({
      ok: true,
      left: [{ code: 'set-up-settings', details: 'hotkey (hotkey-taken)' }, { code: 'set-up-kept' }],
    });
    expect(at.settings).toEqual([{ country: 'LA' }]);
    const said = saidOf(end, words);
    expect(said.kind).toBe('not-all');
    for (const told of [said.message, at.logged.join()]) expect(told).toContain('hotkey (hotkey-taken)');
  });

  it.each(everySetting.filter(([key]) => !(key in byItsOwnWay)))(
    'keeps every other setting where %s is refused, and names it with the cause',
    async (key, value) => {
      const at = await started();
      at.at.refused = key;
      const other = key === 'country' ? { deskName: 'Front' } : { country: 'LA' };
      const end = await at.setUp.silently(at.write({ ...good, settings: { [key]: value, ...other } }));
      expect(end).toMatchObject({
        ok: true,
        left: [{ code: 'set-up-settings', details: `${key} (EACCES)` }],
      });
      expect(at.settings).toEqual([other]);
      expect(at.logged.join()).toContain(`${key} (EACCES)`);
    },
  );

  it('that was replaced meanwhile is not the one that is removed', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.json');
    writeFileSync(file, '{}');
    const read = readSetUpFile(file);
    writeFileSync(`${file}.new`, 'of somebody else');
    linkSync(file, `${file}.old`);
    // Another one under the same name, as an editor that saves leaves it.
    const { renameSync } = await import('node:fs');
    renameSync(`${file}.new`, file);
    expect(read.kind === 'text' && read.remove()).toContain('another file');
    expect(readdirSync(folder)).toContain('a.json');
  });

  it.each([
    ['is longer', '{"apiSecret": "of the next person"}', 0],
    ['is as long', '{"a": 2}', 0],
    ['is as long and as old', '{"a": 2}', 1],
    ['is the same, written anew', '{"a": 1}', 60],
  ])('whose content %s by then is left, and that is told', (_what, content, later) => {
    const file = path.join(temporaryFolder(), 'a.json');
    writeFileSync(file, '{"a": 1}');
    utimesSync(file, 1_000, 1_000);
    const read = readSetUpFile(file);
    writeFileSync(file, content);
    if (later > 0) utimesSync(file, 1_000, 999 + later);
    expect(read.kind === 'text' && read.remove()).toContain('changed');
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('is a plain file of one’s own or of root, and not a link, a folder or a heap of data', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.json');
    const why = (at: string, self?: number) => {
      const read = readSetUpFile(at, self);
      return read.kind === 'unreadable' ? read.why : read.kind;
    };
    writeFileSync(file, '{}');
    symlinkSync(file, `${file}.link`);
    mkdirSync(`${file}.folder`);
    writeFileSync(`${file}.heap`, ' '.repeat(1_000_001));
    expect(why(file)).toBe('text');
    expect(why(`${file}.link`)).toBe('it is a link to another file');
    expect(why(`${file}.folder`)).toMatch(/it is no file|EISDIR/);
    expect(why(`${file}.heap`)).toBe('1000001 bytes are too many');
    expect(why(`${file}.none`)).toBe('ENOENT');
    const own = process.getuid?.() ?? 0;
    if (own !== 0) expect(why(file, own + 1)).toBe(`it belongs to user ${own}`);
    chmodSync(file, 0o644);
  });
});
