import { spawn } from 'node:child_process';
import { appendFileSync, chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../app/dialing/journal.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder;
const silent = () => {};
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
    const journal = openJournal(file, silent);
    journal.begin(begun('a'));
    journal.end('a', { outcome: 'placed', failure: null, message: 'Ringing 101' });
    journal.begin(begun('b', 2));
    journal.end('b', { outcome: 'failed', failure: { code: 'refused', message: 'No such extension' } });
    expect(openJournal(file, silent).list()).toEqual([
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
      openJournal(${JSON.stringify(file)}, () => {}).begin(${JSON.stringify(begun('killed'))});
      console.log('begun'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(openJournal(file, silent).list()).toEqual([
      { ...begun('killed'), outcome: 'interrupted', failure: null, message: '' },
    ]);
  });

  it('reads past a line that was cut, and does not lose the next one', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    openJournal(file, silent).begin(begun('a'));
    appendFileSync(file, '{"line":"begin","id":"cu');
    openJournal(file, silent).begin(begun('b', 2));
    expect(
      openJournal(file, silent)
        .list()
        .map(({ id }) => id),
    ).toEqual(['b', 'a']);
  });

  it.each(['', '\0\0\0', '[]\n{}\nnull\n', '{"line":"begin","id":1}\n', '\uFFFD'.repeat(999)])(
    'survives a file that holds something else (%#)',
    (content) => {
      const file = path.join(folder(), 'attempts.jsonl');
      writeFileSync(file, content);
      const journal = openJournal(file, silent);
      expect(journal.list()).toEqual([]);
      journal.begin(begun('a'));
      expect(openJournal(file, silent).list()).toHaveLength(1);
    },
  );

  it('stays bounded, and keeps the newest', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    const journal = openJournal(file, silent);
    for (let i = 0; i < 4_000; i += 1) {
      journal.begin(begun(`n${i}`, i));
      journal.end(`n${i}`, { outcome: 'placed', failure: null });
    }
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(6_002);
    const again = openJournal(file, silent).list();
    expect(again[0]).toEqual({ ...begun('n3999', 3_999), outcome: 'placed', failure: null, message: '' });
    expect(again).toEqual(journal.list());
  });

  it('is readable by its owner only', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    openJournal(file, silent).begin(begun('a'));
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('does not keep anybody from calling when the disk takes nothing', () => {
    const lines: string[] = [];
    const at = folder();
    const file = path.join(at, 'attempts.jsonl', 'not-a-folder');
    writeFileSync(path.join(at, 'attempts.jsonl'), '');
    chmodSync(at, 0o500);
    const journal = openJournal(file, (line) => lines.push(line));
    journal.begin(begun('a'));
    expect(journal.list()).toHaveLength(1);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('keeps what a rule stopped apart from what the PBX was asked for, also after a restart', () => {
    const file = path.join(folder(), 'attempts.jsonl');
    let changes = 0;
    const journal = openJournal(file, silent, () => {
      changes += 1;
    });
    journal.begin(begun('a'));
    journal.stopped(begun('b', 2), { code: 'blocked', rule: 'No premium numbers' });
    expect(changes).toBe(1);
    for (const one of [journal, openJournal(file, silent)]) {
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
    const journal = openJournal(file, silent);
    journal.begin(begun('a'));
    journal.clear();
    expect(journal.list()).toEqual([]);
    expect(openJournal(file, silent).list()).toEqual([]);
  });
});
