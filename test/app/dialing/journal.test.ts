import { spawn } from 'node:child_process';
import { appendFileSync, chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Damage } from '../../../app/contract/damage.ts';
import { type Journal, openJournal } from '../../../app/dialing/journal.ts';
import type { Keeping } from '../../../app/files/kept-file.ts';
import { asideOf } from '../files/aside.ts';
import { withLittleRoom } from '../files/little-room.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder;
const quiet = { log: () => {}, damaged: () => {} };
const open = (file: string, { owner = 'me', keeping = quiet as Keeping, changed = () => {} } = {}) =>
  openJournal({ file, owner: () => owner, changed, keeping });
const begun = (id: string, at = 1) => ({
  id,
  at,
  display: '081 234 5678',
  number: '0812345678',
  from: 'pad' as const,
});

describe('the journal of attempts', () => {
  it('is there again after a restart, newest first, with its outcomes', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    const journal = open(file);
    journal.begin(begun('a'));
    journal.end('a', { outcome: 'placed', failure: null, message: 'Ringing 101' });
    journal.begin(begun('b', 2));
    journal.end('b', { outcome: 'failed', failure: { code: 'refused', message: 'No such extension' } });
    expect(open(file).list()).toEqual([
      {
        ...begun('b', 2),
        outcome: 'failed',
        failure: { code: 'refused', message: 'No such extension' },
        message: '',
      },
      { ...begun('a'), outcome: 'placed', failure: null, message: 'Ringing 101' },
    ]);
  });

  it('keeps what was asked for when the program is killed before the answer', async () => {
    const file = path.join(folder(), 'attempts.jsonl');
    const source = fileURLToPath(new URL('../../../app/dialing/journal.ts', import.meta.url));
    const script = `import { openJournal } from ${JSON.stringify(source)};
      openJournal({ file: ${JSON.stringify(file)}, owner: () => 'me', keeping: { log() {}, damaged() {} } }).begin(${JSON.stringify(begun('killed'))});
      console.log('begun'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(open(file).list()).toEqual([
      { ...begun('killed'), outcome: 'interrupted', failure: null, message: '' },
    ]);
  });

  it('reads past a line that was cut, and does not lose the next one', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    open(file).begin(begun('a'));
    appendFileSync(file, '{"line":"begin","id":"cu');
    open(file).begin(begun('b', 2));
    expect(
      open(file)
        .list()
        .map(({ id }) => id),
    ).toEqual(['b', 'a']);
  });

  it.each(['', '\0\0\0', '[]\n{}\nnull\n', '{"line":"begin","id":1}\n', '\uFFFD'.repeat(999)])(
    'survives a file that holds something else (%#)',
    (content) => {
      const file = path.join(folder(), 'attempts.jsonl');
      writeFileSync(file, content);
      const journal = open(file);
      expect(journal.list()).toEqual([]);
      journal.begin(begun('a'));
      expect(open(file).list()).toHaveLength(1);
    },
  );

  it('stays bounded, and keeps the newest', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    const journal = open(file);
    for (let i = 0; i < 4_000; i += 1) {
      journal.begin(begun(`n${i}`, i));
      journal.end(`n${i}`, { outcome: 'placed', failure: null });
    }
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(6_002);
    const again = open(file).list();
    expect(again[0]).toEqual({ ...begun('n3999', 3_999), outcome: 'placed', failure: null, message: '' });
    expect(again).toEqual(journal.list());
  });

  it('is readable by its owner only', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    open(file).begin(begun('a'));
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('does not keep anybody from calling when the disk takes nothing', () => {
    const lines: string[] = [];
    const at = folder();
    const file = path.join(at, 'attempts.jsonl', 'not-a-folder');
    writeFileSync(path.join(at, 'attempts.jsonl'), '');
    chmodSync(at, 0o500);
    const journal = open(file, { keeping: { ...quiet, log: (line) => lines.push(line) } });
    journal.begin(begun('a'));
    expect(journal.list()).toHaveLength(1);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('keeps what a rule stopped apart from what the PBX was asked for, also after a restart', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    let changes = 0;
    const journal = open(file, {
      changed: () => {
        changes += 1;
      },
    });
    journal.begin(begun('a'));
    journal.stopped(begun('b', 2), { code: 'blocked', rule: 'No premium numbers' });
    expect(changes).toBe(1);
    for (const one of [journal, open(file)]) {
      expect(one.list().map(({ id }) => id)).toEqual(['a']);
      expect(one.all()[0]).toMatchObject({
        id: 'b',
        outcome: 'failed',
        failure: { code: 'blocked', rule: 'No premium numbers' },
      });
    }
  });

  it('is gone when it is cleared', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    const journal = open(file);
    journal.begin(begun('a'));
    journal.clear('me');
    expect(journal.list()).toEqual([]);
    expect(open(file).list()).toEqual([]);
  });

  it('has every attempt that it had no room for once there is room, and lost none before', async () => {
    const file = path.join(folder(), 'attempts.jsonl');
    const journal = open(file);
    journal.begin(begun('a'));
    const whole = readFileSync(file, 'utf8');
    for (const room of [whole.length, whole.length + 1, Math.floor(whole.length * 1.5)]) {
      await withLittleRoom(room, () => {
        journal.begin(begun(`b${room}`, 2));
        journal.end(`b${room}`, { outcome: 'placed', failure: null });
      });
      expect(readFileSync(file, 'utf8')).toBe(whole);
      expect(open(file).list()).toHaveLength(1);
    }
    expect(journal.list()).toHaveLength(4);
    journal.begin(begun('c', 3));
    expect(open(file).list()).toEqual(journal.list());
  });

  it('tells nobody of a last line that was cut, and puts aside whatever else it cannot read', () => {
    const damages: Damage[] = [];
    const keeping = { ...quiet, damaged: (damage: Damage) => damages.push(damage) };
    const file = path.join(folder(), 'attempts.jsonl');
    open(file).begin(begun('a'));
    appendFileSync(file, '{"line":"begin","id":"cu');
    for (let start = 0; start < 2; start++) expect(open(file, { keeping }).list()).toHaveLength(1);
    expect(damages).toEqual([]);
    appendFileSync(file, 'cut before\n');
    for (let start = 0; start < 2; start++) expect(open(file, { keeping }).list()).toHaveLength(1);
    expect(damages).toEqual([{ what: 'attempts', aside: path.basename(asideOf(file)) }]);
    expect(readFileSync(asideOf(file), 'utf8')).toContain('cut before');
  });

  it('shows each person their own attempts only, whoever was signed in between, and nobody those of nobody', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    const old = JSON.stringify({ line: 'begin', ...begun('old') });
    writeFileSync(file, `${old}\n`);
    let owner: string | null = 'a';
    const opened = () => openJournal({ file, owner: () => owner, keeping: quiet });
    const journal = opened();
    journal.begin(begun('of a', 2));
    owner = 'b';
    expect(journal.all()).toEqual([]);
    journal.stopped(begun('of b', 3), { code: 'blocked' });
    // The answer to what a asked for comes after a has gone.
    journal.end('of a', { outcome: 'placed', failure: null });
    const seen = (of: Journal) =>
      ['a', 'b', '', null].map((who) => {
        owner = who;
        return of.all().map(({ id, outcome }) => `${id} ${outcome}`);
      });
    for (const one of [journal, opened()]) {
      expect(seen(one).slice(0, 2)).toEqual([['of a placed'], ['of b failed']]);
      expect(seen(one).at(-1)).toEqual([]);
    }
  });

  it('keeps of what is cleared what its owner still needs, and of somebody else all, and takes no answer to the rest', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    const journal = open(file);
    for (const id of ['a', 'b']) journal.begin(begun(id));
    journal.clear('somebody else');
    expect(journal.list()).toHaveLength(2);
    journal.clear('me', new Set(['b']));
    journal.end('a', { outcome: 'placed', failure: null });
    expect(
      open(file)
        .list()
        .map(({ id }) => id),
    ).toEqual(['b']);
    journal.clear('me');
    journal.end('b', { outcome: 'placed', failure: null });
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it('of one person leaves room for those of another', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    const other = open(file, { owner: 'other' });
    for (let i = 0; i < 5; i += 1) other.begin(begun(`theirs${i}`, i));
    const linesOf = (id: string) => [
      { line: 'begin', owner: 'me', ...begun(id) },
      { line: 'end', id, outcome: 'placed', failure: null },
    ];
    const many = Array.from({ length: 6_500 }, (_, i) => linesOf(`mine${i}`)).flat();
    appendFileSync(file, many.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const mine = open(file);
    mine.begin(begun('mine last', 2));
    expect(mine.list()).toHaveLength(2_000);
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(4_010);
    expect(open(file, { owner: 'other' }).list()).toHaveLength(5);
    expect(open(file).list()).toEqual(mine.list());
  });

  it('loses nothing of others in a sign-out that the disk turns down, and nobody sees the rest', async () => {
    const file = path.join(folder(), 'attempts.jsonl');
    let owner = 'other';
    const journal = openJournal({ file, owner: () => owner, keeping: quiet });
    journal.begin(begun('theirs'));
    owner = 'me';
    journal.begin(begun('mine', 2));
    const whole = readFileSync(file, 'utf8');
    await withLittleRoom(3, () => expect(journal.clear('me')).toBe(false));
    expect(readFileSync(file, 'utf8')).toBe(whole);
    expect(journal.list()).toEqual([]);
    owner = 'other';
    // With room, the next line takes along what was to be done; and each line is there once.
    for (const id of ['b', 'c']) journal.begin(begun(id, 3));
    expect(readFileSync(file, 'utf8').match(/"id":"[^"]+"/g)).toEqual(
      ['theirs', 'b', 'c'].map((id) => `"id":"${id}"`),
    );
    expect(journal.clear('other')).toBe(true);
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it('of nobody goes with the next sign-out', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    writeFileSync(file, `${JSON.stringify({ line: 'begin', ...begun('old') })}\n`);
    const journal = open(file);
    journal.begin(begun('a'));
    journal.clear('somebody else');
    expect(readFileSync(file, 'utf8')).not.toContain('old');
  });

  it.each(['\n', '\n\n', '\r\n', ' \n', '\0\0\0\0', '\0\0\0\0\n'])(
    'is not damaged by lines of nothing: %j',
    (nothing) => {
      const damages: Damage[] = [];
      const keeping = { ...quiet, damaged: (damage: Damage) => damages.push(damage) };
      const file = path.join(folder(), 'attempts.jsonl');
      open(file).begin(begun('a'));
      appendFileSync(file, nothing);
      open(file, { keeping }).begin(begun('b'));
      expect(open(file, { keeping }).list()).toHaveLength(2);
      expect(damages).toEqual([]);
    },
  );
});
