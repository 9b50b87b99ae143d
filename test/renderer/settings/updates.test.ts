import { describe, expect, it } from 'vitest';
import { defaults, type SettingsView } from '../../../app/contract/settings.ts';
import { type UpdateMode, type UpdatesView, updateFailures } from '../../../app/contract/updates.ts';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';
import { updatesLine } from '../../../renderer/screens/settings/updates.tsx';

function line(updates: UpdateMode, now: UpdatesView['now'], { installs = true, words = en } = {}) {
  const view = { ...defaults, updates, updatesNow: { offered: true, installs, now } } as SettingsView;
  return updatesLine(words.settings.updates, view);
}
const found = { state: 'found', version: '2.0.0' } as const;
const ready = { state: 'ready', version: '2.0.0' } as const;

describe('About says of newer versions', () => {
  it('nothing where nobody has looked', () => {
    expect(line('off', { state: 'unknown' })).toBe('');
    expect(line('tell', { state: 'unknown' })).toBe('');
  });

  it('which is there and who installs it', () => {
    expect(line('tell', { state: 'newest' })).toBe('This is the newest version.');
    expect(line('tell', found)).toContain('IT can install it');
    expect(line('off', { state: 'looking' })).toBe('Looking for a newer version…');
    expect(line('off', found)).toContain('IT can install it');
    expect(line('install', found, { installs: false })).toContain('IT can install it');
    expect(line('install', found)).toBe('Version 2.0.0 is being downloaded.');
    expect(line('install', ready)).toContain('once nobody is at work');
  });

  it.each(updateFailures)('why there is none: %s', (why) => {
    for (const words of [en, th]) expect(line('install', { state: 'failed', why }, { words })).not.toBe('');
  });
});
