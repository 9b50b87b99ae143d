import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicyFile } from '../../../app/settings/policy-file.ts';
import { onlyAdministratorsWrite } from '../../../app/settings/security-descriptor.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
const me = process.getuid?.() ?? 0;
const nobody = 65_534;

/** A place as administrators make it, where whoever runs this test is the administrator. */
function place() {
  const folder = path.join(temporaryFolder(), 'above', 'promptcall-companion');
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const file = path.join(folder, 'policy.json');
  writeFileSync(file, '{}', { mode: 0o644 });
  return { file, folder, above: path.dirname(folder) };
}

/** Gives it to another user; who may not do that is another user than the administrator. */
const read = (file: string, stranger = false) =>
  readPolicyFile({ file, owners: stranger && !isRoot ? [nobody] : [me] });
const give = (to: string) => {
  if (isRoot) chownSync(to, nobody, nobody);
};

describe('a policy that only administrators can have written', () => {
  it('is read', () => {
    expect(read(place().file)).toEqual({ kind: 'text', text: '{}', whole: true });
    const { file } = place();
    writeFileSync(file, Buffer.from('\ufeff{"rules":[]}', 'utf16le'));
    expect(read(file)).toEqual({ kind: 'text', text: '{"rules":[]}', whole: true });
  });

  it('is read by way of a link, and in a folder where everybody may put files and nobody take them', () => {
    const { file, above } = place();
    const link = path.join(above, 'linked.json');
    symlinkSync(file, link);
    expect(read(link).kind).toBe('text');
    chmodSync(above, 0o1777);
    expect(read(file).kind).toBe('text');
  });
});

describe('a policy that somebody else could have written is not obeyed:', () => {
  it.each<[string, (at: ReturnType<typeof place>) => string | undefined]>([
    ['everybody may write to it', ({ file }) => void chmodSync(file, 0o666)],
    ['everybody may write to its folder', ({ folder }) => void chmodSync(folder, 0o777)],
    ['everybody may write to a folder above', ({ above }) => void chmodSync(above, 0o757)],
    [
      'a group may write to it',
      ({ file }) => {
        if (isRoot) chownSync(file, me, nobody);
        chmodSync(file, 0o664);
      },
    ],
    [
      'a group may write to its folder',
      ({ folder }) => {
        if (isRoot) chownSync(folder, me, nobody);
        chmodSync(folder, 0o775);
      },
    ],
    [
      'it is a link to a place where everybody writes',
      ({ file, above }) => {
        const link = path.join(above, 'linked.json');
        symlinkSync(file, link);
        chmodSync(path.dirname(file), 0o777);
        return link;
      },
    ],
  ])('%s', (_what, open) => {
    const at = place();
    const file = open(at) ?? at.file;
    expect(read(file)).toMatchObject({ kind: 'others' });
  });

  it.each<[string, (at: ReturnType<typeof place>) => void]>([
    ['it belongs to another user', ({ file }) => give(file)],
    ['its folder belongs to another user', ({ folder }) => give(folder)],
    ['a folder above belongs to another user', ({ above }) => give(above)],
  ])('%s', (_what, open) => {
    const at = place();
    open(at);
    expect(read(at.file, true)).toMatchObject({ kind: 'others' });
  });

  // By way of a link in a folder between, which leads back to where all is the administrator's.
  it.each<[string, (between: string, link: string) => void]>([
    ['a link on the way to it lies in a folder of another user', (between) => give(between)],
    ['a link on the way to it lies where everybody writes', (between) => chmodSync(between, 0o777)],
    [
      'a link on the way to it belongs to another user, where nobody takes it away',
      (between, link) => {
        chmodSync(between, 0o1777);
        if (isRoot) lchownSync(link, nobody, nobody);
      },
    ],
  ])('%s', (_what, open) => {
    const { file, folder, above } = place();
    const between = path.join(path.dirname(above), 'between');
    mkdirSync(between, { mode: 0o755 });
    const link = path.join(between, 'current');
    symlinkSync(`../${path.basename(above)}/${path.basename(folder)}`, link);
    const named = path.join(above, 'linked.json');
    symlinkSync(path.join(link, path.basename(file)), named);
    expect(read(named).kind).toBe('text');
    open(between, link);
    expect(read(named, true)).toMatchObject({ kind: 'others' });
  });
});

it('a pipe in the place of the policy is not waited for', () => {
  const { folder } = place();
  const pipe = path.join(folder, 'pipe.json');
  execFileSync('mkfifo', [pipe]);
  expect(read(pipe)).toMatchObject({ kind: 'unreadable' });
});

describe('on Windows, by the security descriptor,', () => {
  /** As `icacls` and PowerShell show what an administrator made below `C:\ProgramData`. */
  const file = 'O:BAG:DUD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)';
  const folder =
    'O:BAG:DUD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)';

  it('what an administrator made is an administrator’s, also where users may put more beside it', () => {
    expect(onlyAdministratorsWrite(file, 'file')).toBe(true);
    expect(onlyAdministratorsWrite(folder, 'folder')).toBe(true);
    for (const owner of [
      'SY',
      'S-1-5-32-544',
      'S-1-5-21-1-2-3-512',
      'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
    ]) {
      expect(onlyAdministratorsWrite(file.replace('O:BA', `O:${owner}`), 'file')).toBe(true);
    }
    expect(onlyAdministratorsWrite(`${file}S:AI`, 'file')).toBe(true);
    expect(onlyAdministratorsWrite(`${file}(A;;FA;;;OW)`, 'file')).toBe(true);
    // For what is created in it alone.
    expect(onlyAdministratorsWrite(`${folder}(A;OICIIO;FA;;;BU)`, 'folder')).toBe(true);
    expect(onlyAdministratorsWrite(file.replace('D:AI', 'D:PAI'), 'file')).toBe(true);
    expect(onlyAdministratorsWrite(file.replace('D:AI', 'D:AI(D;;FA;;;BG)'), 'file')).toBe(true);
  });

  it.each([
    ['a user’s file', file.replace('O:BA', 'O:S-1-5-21-1-2-3-1001')],
    ['everybody’s, without a list', 'O:BAG:DUD:NO_ACCESS_CONTROL'],
    ['an empty line', ''],
    ['no owner', file.replace('O:BA', '')],
    ...[
      'FA',
      'GA',
      'GW',
      'FW',
      'WD',
      'WO',
      'SD',
      'DC',
      'LC',
      'FRDC',
      '0x1301bf',
      'FRD',
      '0x2',
      '0x80000000zz',
    ].map((rights) => [`users with ${rights}`, `${file}(A;;${rights};;;BU)`]),
    ['everyone in full', `${file}(A;ID;FA;;;WD)`],
    ['another user in full', `${file}(A;;FA;;;S-1-5-21-1-2-3-1001)`],
    ['a condition that is not understood', `${file}(XA;;FA;;;BU;(Member_of{SID(BA)}))`],
  ])('%s is not', (_what, descriptor) => {
    expect(onlyAdministratorsWrite(descriptor, 'file')).toBe(false);
  });

  it.each(['DT', 'FA', 'GA', 'SD', 'WD', 'WO', '0x40'])('a folder whose users have %s is not', (rights) => {
    expect(onlyAdministratorsWrite(`${folder}(A;;${rights};;;BU)`, 'folder')).toBe(false);
  });
});
