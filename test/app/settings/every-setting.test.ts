import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../app/contract/failures.ts';
import { defaults, type Settings } from '../../../app/contract/settings.ts';
import { createSettingsChanges } from '../../../app/settings/changes.ts';
import { checkPolicy } from '../../../app/settings/check-policy.ts';
import { openPolicy } from '../../../app/settings/policy.ts';
import { createSettingsStore, type ValueFile } from '../../../app/settings/store.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { allOfIt, everySetting } from './every-setting.ts';

/** A file of named values on the disk, read anew for each question. */
function valuesIn(file: string): ValueFile {
  const all = (): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8'));
  const keep = (next: Record<string, unknown>) => writeFileSync(file, JSON.stringify(next));
  return {
    get: (key) => all()[key],
    set: (key, value) => keep({ ...all(), [key]: value }),
    delete: (key) => keep({ ...all(), [key]: undefined }),
  };
}

/** A desk whose settings are in a file; each start reads that and IT's policy. */
function desk(kept: Record<string, unknown> = {}) {
  const folder = temporaryFolder();
  const [file, policyFile] = [path.join(folder, 'settings.json'), path.join(folder, 'policy.json')];
  writeFileSync(file, JSON.stringify(kept));
  /** What the system was told, in order. */
  const system: string[] = [];
  return {
    system,
    file,
    start(content: unknown) {
      writeFileSync(policyFile, JSON.stringify(content));
      const logged: string[] = [];
      const log = (line: string) => void logged.push(line);
      const policy = openPolicy({ file: policyFile, owners: [process.getuid?.() ?? 0] }, log);
      const store = createSettingsStore(
        valuesIn(file),
        () => crypto.randomUUID(),
        policy.fixed,
        policy.presets,
      );
      const changes = createSettingsChanges({
        store,
        policy,
        hotkey: { change: async (key, keep) => ok(keep(key)) },
        boxKey: { change: async (key, keep) => ok(keep(key)) },
        setLinks: async ({ tel, sip }) => void system.push(`tel ${tel} sip ${sip}`),
        setStartAtLogin: (on) => void system.push(`login ${on}`),
        changed: () => {},
        log,
      });
      expect(logged).toEqual([]);
      const misfits = checkPolicy(policyFile, wordsFor('en').policyCheck);
      // Alone, some mean nothing.
      expect(misfits.filter((line) => !line.includes('means nothing without'))).toEqual([]);
      return { policy, store, changes };
    },
  };
}

/** Of releases that kept all settings. */
const earlierDefaults = { ...defaults, telLinks: true };

const policyWith = (part: 'settings' | 'presets', key: string, value: unknown) => ({
  [part]: { [key]: value },
});

describe.each(everySetting)('%s', (key, ofIt, own) => {
  it('locked by IT holds, cannot be changed, and leaves the person’s own as it was', async () => {
    const at = desk();
    const before = at.start({});
    await before.changes.change({ [key]: own });
    expect(before.store.settings()[key]).toEqual(own);

    const { policy, store, changes } = at.start(policyWith('settings', key, ofIt));
    expect(policy.view.keys).toEqual([key]);
    expect(store.settings()[key]).toEqual(ofIt);
    expect(await changes.change({ [key]: own })).toMatchObject({ failure: { code: 'managed' } });
    const other = key === 'theme' ? { numberForm: 'e164' as const } : { theme: 'dark' as const };
    expect(await changes.change(other)).toEqual(ok(undefined));
    expect(store.settings()).toMatchObject({ ...other, [key]: ofIt });

    expect(at.start({}).store.settings()[key]).toEqual(own);
  });

  it('preset by IT holds until the person chooses, and what was chosen wins from then on', async () => {
    const at = desk();
    const preset = policyWith('presets', key, ofIt);
    const { policy, store, changes } = at.start(preset);
    expect(policy.view.keys).toEqual([]);
    expect(store.settings()[key]).toEqual(ofIt);
    const other = key === 'theme' ? { numberForm: 'e164' as const } : { theme: 'dark' as const };
    await changes.change(other);
    // Another change chooses nothing here: a preset that changes is followed, and one that goes is gone.
    expect(at.start({}).store.settings()[key]).toEqual(defaults[key]);

    // Also where what is chosen is the program's own default.
    const choice = { [key]: key === 'internalLength' || key === 'internalShortest' ? own : defaults[key] };
    expect(await at.start(preset).changes.change(choice)).toEqual(ok(undefined));
    expect(at.start(preset).store.settings()).toMatchObject(choice);
  });

  it('chosen in an earlier release, which kept all settings, wins over a preset', () => {
    const at = desk({ settings: { ...earlierDefaults, [key]: ofIt } });
    const preset = { presets: { ...allOfIt, [key]: own } };
    expect(at.start(preset).store.settings()[key]).toEqual(ofIt);
  });

  it('untouched in an earlier release follows a preset', () => {
    const { [key]: _, ...others } = allOfIt as Partial<Settings>;
    const at = desk({ settings: { ...earlierDefaults, ...others } });
    expect(at.start(policyWith('presets', key, ofIt)).store.settings()).toEqual({ ...defaults, ...allOfIt });
  });
});

it('a lock goes before a preset, and what a person chose before it comes back', async () => {
  const at = desk();
  await at.start({}).changes.change({ theme: 'light' });
  const both = { settings: { theme: 'dark' }, presets: { theme: 'system' } };
  expect(at.start(both).store.settings().theme).toBe('dark');
  expect(at.start({ presets: both.presets }).store.settings().theme).toBe('light');
});

it('an earlier release, which reads the file and keeps all settings again, loses no choice', async () => {
  const at = desk();
  await at.start({}).changes.change({ theme: 'dark', deskName: 'Mine' });
  const { onlyChosen, linksAsked, ...kept } = valuesIn(at.file).get('settings') as Record<string, unknown>;
  expect([onlyChosen, linksAsked]).toEqual([true, true]);
  valuesIn(at.file).set('settings', { ...defaults, ...kept, country: 'LA' });
  expect(at.start({ presets: { theme: 'light', numberForm: 'e164' } }).store.settings()).toEqual({
    ...defaults,
    theme: 'dark',
    deskName: 'Mine',
    country: 'LA',
    numberForm: 'e164',
  });
});

describe('the system is told', () => {
  it('nothing where there is no policy', async () => {
    const at = desk();
    await at.start({}).changes.agree();
    await at.start({ settings: { theme: 'dark' } }).changes.agree();
    expect(at.system).toEqual([]);
  });

  it('what IT locked, at each start, and the person’s own once the lock is gone', async () => {
    const at = desk();
    const lock = { settings: { startAtLogin: true, sipLinks: true } };
    await at.start(lock).changes.agree();
    // Of tel: links nobody spoke.
    expect(at.system.splice(0)).toEqual(['login true', 'tel false sip true']);
    await at.start(lock).changes.agree();
    expect(at.system.splice(0)).toEqual(['login true', 'tel false sip true']);
    await at.start({}).changes.agree();
    expect(at.system.splice(0)).toContain('login false');
  });

  it('of tel: links that a person has, also where IT locks only the others', async () => {
    const at = desk();
    await at.start({}).changes.change({ telLinks: true });
    at.system.length = 0;
    await at.start({ settings: { sipLinks: false } }).changes.agree();
    expect(at.system).toEqual(['tel true sip false']);
  });

  it('nothing of tel: links that nobody asked for, however often it starts', async () => {
    const at = desk();
    for (const _ of [1, 2]) {
      const { store, changes } = at.start({});
      await changes.agree();
      await changes.change({ theme: 'dark' });
      expect(store.settings()).toMatchObject({ telLinks: false, startAtLogin: false });
    }
    expect(at.system).toEqual([]);
  });

  it('what IT presets, once: what the system was told otherwise since then stays', async () => {
    const at = desk();
    const preset = { presets: { startAtLogin: true, telLinks: true } };
    await at.start(preset).changes.agree();
    expect(at.system.splice(0)).toEqual(['login true', 'tel true sip false']);
    await at.start(preset).changes.agree();
    expect(at.system).toEqual([]);
    await at.start(preset).changes.change({ startAtLogin: false });
    expect(at.system.splice(0)).toEqual(['login false']);
    await at.start(preset).changes.agree();
    expect(at.system).toEqual([]);
  });
});

describe('tel: links, which earlier releases took at the sign-in', () => {
  const told = { systemTold: { telLinks: true, sipLinks: false } };
  const profile = '0f0a3c6e-6f3a-4b5e-9a59-0a4f5a1d2c3b';
  it.each([
    ['all settings were kept, and it was on', { settings: earlierDefaults }, true],
    ['all settings were kept, and it was off', { settings: { ...earlierDefaults, telLinks: false } }, false],
    ['what was chosen was kept, and the system was told', { settings: { onlyChosen: true }, ...told }, true],
    ['nothing was chosen, and the system was told', told, true],
    [
      'it was switched off',
      {
        settings: { onlyChosen: true, telLinks: false },
        systemTold: { telLinks: false, sipLinks: false },
      },
      false,
    ],
    ['the system was never told', { settings: { onlyChosen: true } }, false],
  ])('stay as they were where %s', async (_, kept, on) => {
    const at = desk({ profile, ...kept });
    const { store, changes } = at.start({});
    expect(store.settings().telLinks).toBe(on);
    await changes.agree();
    expect(at.system).toEqual([]);
    await changes.change({ theme: 'dark' });
    const again = at.start({});
    expect(again.store.settings().telLinks).toBe(on);
    await again.changes.agree();
    expect(at.system).toEqual([]);
  });

  it('that a person switched off in an earlier release stay so, whatever IT presets', () => {
    const at = desk({ settings: { ...earlierDefaults, telLinks: false } });
    expect(at.start({ presets: { telLinks: true } }).store.settings().telLinks).toBe(false);
  });

  it('that only IT’s preset had taken are given back when it goes', async () => {
    const at = desk();
    await at.start({ presets: { telLinks: true } }).changes.agree();
    expect(at.system.splice(0)).toEqual(['tel true sip false']);
    await at.start({}).changes.agree();
    expect(at.system).toEqual(['tel false sip false']);
  });
});
