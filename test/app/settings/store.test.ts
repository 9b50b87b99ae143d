import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defaults } from '../../../app/contract/settings.ts';
import { readAccount, readSettings } from '../../../app/settings/schema.ts';
import { createSettingsStore, type ValueFile } from '../../../app/settings/store.ts';

/** The values of a file, without the disk. */
function values(held: Record<string, unknown> = {}): ValueFile & { held: Record<string, unknown> } {
  return {
    held,
    get: (key) => held[key],
    set: (key, value) => {
      held[key] = value;
    },
    delete: (key) => {
      delete held[key];
    },
  };
}

describe('settings', () => {
  it.each([null, undefined, 7, 'x', [], { theme: 7, country: 'thailand', deskName: 'x'.repeat(99) }])(
    'fall back to their defaults from %j',
    (stored) => expect(readSettings(stored)).toEqual(defaults),
  );

  it('keep the good values beside a bad one', () => {
    expect(readSettings({ theme: 'dark', country: '??', later: true })).toEqual({
      ...defaults,
      theme: 'dark',
    });
  });

  it('keep the good rules beside one that does not fit', () => {
    const rule = { name: 'No premium numbers', match: '1900.', action: 'block', value: '' };
    const stored = { rules: [{ ...rule, match: '_1900.' }, rule, null, { ...rule, later: true }] };
    expect(readSettings(stored).rules).toEqual([rule]);
  });

  it('change what is named and nothing else, and stay', () => {
    const file = values();
    const store = createSettingsStore(file, randomUUID);
    store.change({ theme: 'dark' });
    store.change({ language: 'th', theme: undefined });
    const again = createSettingsStore(file, randomUUID);
    expect(again.settings()).toEqual({ ...defaults, theme: 'dark', language: 'th' });
  });

  it('of a version that knew only the longest extension stay', () => {
    const { internalShortest: _, ...before } = { ...defaults, internalLength: 5 };
    expect(readSettings(before)).toEqual({ ...defaults, internalLength: 5 });
    const store = createSettingsStore(values({ settings: { ...before, internalLength: 2 } }), randomUUID);
    expect(store.settings()).toMatchObject({ internalShortest: 2, internalLength: 2 });
  });

  it.each([
    [{ internalShortest: 6 }, { internalShortest: 6, internalLength: 6 }],
    [{ internalLength: 2 }, { internalShortest: 2, internalLength: 2 }],
    [
      { internalShortest: 2, internalLength: 8 },
      { internalShortest: 2, internalLength: 8 },
    ],
    [
      { internalShortest: 5, internalLength: 4 },
      { internalShortest: 4, internalLength: 4 },
    ],
  ])('give way where IT fixed %j', (fixed, expected) => {
    const file = values();
    const store = createSettingsStore(file, randomUUID, fixed);
    expect(store.settings()).toMatchObject(expected);
    expect(store.change({ theme: 'dark' })).toMatchObject(expected);
    expect(createSettingsStore(file, randomUUID).settings()).toMatchObject({
      internalShortest: 3,
      internalLength: 4,
    });
  });

  it('give every profile a name of its own, once', () => {
    const file = values();
    const { profile } = createSettingsStore(file, randomUUID);
    expect(createSettingsStore(file, randomUUID).profile).toBe(profile);
    expect(createSettingsStore(values(), randomUUID).profile).not.toBe(profile);
    expect(createSettingsStore(values({ profile: '../x' }), randomUUID).profile).not.toBe('../x');
  });

  it('stay as they were when the disk does not take a change', () => {
    const file = values();
    const store = createSettingsStore(file, randomUUID);
    file.set = () => {
      throw new Error('ENOSPC');
    };
    expect(() => store.change({ theme: 'dark' })).toThrow();
    expect(store.settings()).toEqual(defaults);
  });
});

describe('a stored account', () => {
  it.each([null, 'x', {}, { address: 'https://x/', extension: 7 }])(
    'is none when it does not fit: %j',
    (stored) => {
      expect(readAccount(stored)).toBeNull();
    },
  );
});
