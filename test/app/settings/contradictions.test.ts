import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../app/settings/check-policy.ts';
import { readPolicy } from '../../../app/settings/policy.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { allOfIt } from './every-setting.ts';

function check(content: unknown): string[] {
  const file = path.join(temporaryFolder(), 'policy.json');
  writeFileSync(file, JSON.stringify(content));
  return checkPolicy(file, wordsFor('en').policyCheck);
}

const sha256 = 'ab'.repeat(32);
const http = 'http://pbx.example.com';

const web = { from: 'web', address: 'http://it.example.com/people.vcf' };
const ldap = { from: 'ldap', address: 'ldaps://ad.example.com', base: 'dc=example,dc=com' };

describe('two locks that cannot both hold are told:', () => {
  it.each([
    [
      { account: { settings: { authentication: 'body', requests: 'get' } } },
      'account › settings › authentication: cannot hold together with account › settings › requests',
    ],
    [
      { account: { settings: { address: http, allowPlainHttp: false } } },
      'account › settings › address: cannot hold together with account › settings › allowPlainHttp',
    ],
    [
      { settings: { internalShortest: 5, internalLength: 4 } },
      'settings › internalShortest: cannot hold together with settings › internalLength',
    ],
    [
      { settings: { hotkey: 'CommandOrControl+Alt+D', boxKey: 'Control+Alt+D' } },
      'settings › hotkey: cannot hold together with settings › boxKey',
    ],
    [
      { settings: { keepCalls: 30, keepNotes: 31 } },
      'settings › keepNotes: cannot hold together with settings › keepCalls',
    ],
    [
      { settings: { keepCalls: 30, keepAttempts: 31 } },
      'settings › keepAttempts: cannot hold together with settings › keepCalls',
    ],
    [
      { settings: { keepCalls: 30, keepRecordings: 31 } },
      'settings › keepRecordings: cannot hold together with settings › keepCalls',
    ],
    [
      { presets: { keepCalls: 30, keepNotes: 31 } },
      'presets › keepNotes: cannot hold together with presets › keepCalls',
    ],
    [
      { account: { presets: { authentication: 'body', requests: 'get' } } },
      'account › presets › authentication: cannot hold together with account › presets › requests',
    ],
    [
      { account: { presets: { address: http, allowPlainHttp: false } } },
      'account › presets › address: cannot hold together with account › presets › allowPlainHttp',
    ],
    [
      { presets: { internalShortest: 5, internalLength: 4 } },
      'presets › internalShortest: cannot hold together with presets › internalLength',
    ],
    [
      { settings: { askToTrust: true, trustedCertificates: [{ host: 'pbx.example.com', sha256 }] } },
      'settings › askToTrust: cannot hold together with settings › trustedCertificates',
    ],
    [
      { settings: { boxKey: 'Ctrl+Alt+D' } },
      'settings › boxKey: cannot hold together with hotkey (CommandOrControl+Alt+D)',
    ],
    [
      { presets: { boxKey: 'Ctrl+Alt+D' } },
      'presets › boxKey: cannot hold together with hotkey (CommandOrControl+Alt+D)',
    ],
    [
      { settings: { hotkey: 'Control+Alt+K' }, presets: { boxKey: 'Control+Alt+K' } },
      'settings › hotkey: cannot hold together with presets › boxKey',
    ],
    [
      { settings: { boxKey: 'Control+Alt+K' }, presets: { hotkey: 'Control+Alt+K' } },
      'presets › hotkey: cannot hold together with settings › boxKey',
    ],
    [
      { presets: { hotkey: 'Control+Alt+K', boxKey: 'Control+Alt+K' } },
      'presets › hotkey: cannot hold together with presets › boxKey',
    ],
  ])('%j', (policy, line) => {
    expect(check(policy)).toEqual([line]);
    const logged: string[] = [];
    readPolicy(JSON.stringify(policy), (said) => logged.push(said));
    expect(logged.join()).toContain('cannot both hold');
    // A default gives way to what is locked; a key does not, for it is taken.
    if (line.includes('hotkey')) return;
    const { settings, account } = policy as {
      settings?: Record<string, unknown>;
      account?: { settings: Record<string, unknown> };
    };
    const [first, ...others] = Object.entries(settings ?? account?.settings ?? {});
    if (first === undefined || others.length === 0) return;
    const halves = { settings: Object.fromEntries([first]), presets: Object.fromEntries(others) };
    expect(check(settings ? halves : { account: halves })).toEqual([]);
  });

  it.each([
    { account: { settings: { authentication: 'body', requests: 'post' } } },
    { account: { settings: { authentication: 'header', requests: 'get' } } },
    { account: { settings: { address: 'http://127.0.0.1:8080', allowPlainHttp: false } } },
    { account: { settings: { address: http, allowPlainHttp: true } } },
    { settings: { internalShortest: 4, internalLength: 4 } },
    { settings: { hotkey: '', boxKey: '' } },
    { settings: { hotkey: '', boxKey: 'Control+Alt+D' } },
    { settings: { boxKey: 'Control+Alt+D' }, presets: { hotkey: 'Control+Alt+K' } },
    { settings: { boxKey: 'Control+Alt+B' }, presets: { boxKey: 'Control+Alt+D' } },
    { settings: { keepCalls: 30, keepNotes: null, keepRecordings: 30 } },
    { settings: { askToTrust: false, trustedCertificates: [] } },
    { settings: { ...allOfIt, updates: 'off' } },
    { settings: { openInAfterCall: false, openIn: '' } },
    { settings: { openInAfterCall: true }, presets: { openIn: allOfIt.openIn } },
    { presets: { openInAfterCall: true }, settings: { openIn: allOfIt.openIn } },
    { settings: { directory: { ...web, allowPlain: true } } },
    { settings: { directory: { ...web, address: 'http://127.0.0.1/people.vcf' } } },
    { settings: { directory: { ...ldap, people: 'asked', callers: false } } },
    { presets: { rules: [] }, ownRules: false },
    { settings: { updates: 'off' } },
  ])('and %j can', (policy) => expect(check(policy)).toEqual([]));
});

describe('what a policy says and what it means nothing without is told:', () => {
  it.each([
    [{ settings: { openInAfterCall: true } }, 'settings › openInAfterCall: means nothing without openIn'],
    [
      { presets: { openInAfterCall: true, openIn: allOfIt.openIn }, settings: { openIn: '' } },
      'presets › openInAfterCall: means nothing without openIn',
    ],
    [{ settings: { updates: 'tell' } }, 'settings › updates: means nothing without updates › feed'],
    [{ presets: { updates: 'install' } }, 'presets › updates: means nothing without updates › feed'],
    [
      { settings: { directory: web } },
      'settings › directory › address: means nothing without allowPlain: true',
    ],
    [
      { presets: { directory: { ...ldap, callers: true } } },
      'presets › directory › callers: means nothing without people: "asked"',
    ],
    [
      { presets: { rules: allOfIt.rules }, ownRules: false },
      'presets › rules: means nothing without ownRules: true',
    ],
  ])('%j', (policy, line) => expect(check(policy)).toEqual([line]));
});

describe('a trusted certificate', () => {
  it('of many hosts is turned down by a sentence, and costs no other', () => {
    const good = { host: 'pbx.example.com', sha256 };
    const pins = [{ host: '*.example.com', sha256 }, good, { host: 'x@y', sha256 }];
    expect(check({ settings: { trustedCertificates: pins } })).toEqual([
      'settings › trustedCertificates › 1 › host: stands for many hosts; a certificate is trusted for one host, by its whole name',
      expect.stringMatching(/^settings › trustedCertificates › 3 › host: does not fit/),
    ]);
    const logged: string[] = [];
    const policy = readPolicy(JSON.stringify({ settings: { trustedCertificates: pins } }), (line) =>
      logged.push(line),
    );
    expect(policy.fixed.trustedCertificates).toEqual([good]);
    expect(logged.join()).not.toContain('example');
  });

  it('is one of a list, which has an end', () => {
    const many = Array.from({ length: 51 }, (_, index) => ({ host: `h${index}`, sha256 }));
    expect(check({ presets: { trustedCertificates: many } })).toEqual([
      'presets › trustedCertificates › 51: does not fit, expected <=50',
    ]);
  });
});
