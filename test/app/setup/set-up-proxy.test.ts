import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../app/settings/policy.ts';
import { saidOf } from '../../../app/setup/said.ts';
import { good, questionOf, started, words } from './set-up-desk.ts';

const name = 'proxy.example.com:3128';
const proxyLogin = { proxy: name, user: 'fleet', password: 'hush' };
const by = (address: string) => ({ proxy: { use: 'server', address } });

describe('a set-up file behind a proxy that wants a password', () => {
  it.each([
    {},
    { settings: by(name) },
    { settings: by(`http://${name.toUpperCase().replace('HTTP', 'http')}`) },
    { settings: { proxy: { use: 'script', address: 'http://it.example.com/proxy.pac' } } },
  ])('brings it, and it is in no line of what is said: %j', async (more) => {
    const at = await started();
    const file = at.write({
      ...good,
      proxyLogin: { ...proxyLogin, proxy: 'Proxy.Example.com:3128' },
      ...more,
    });
    const end = await at.setUp.silently(file);
    expect(end).toEqual({ ok: true, extension: '101', left: [] });
    expect(at.asked.map(({ network }) => network.proxyLogin)).toEqual([proxyLogin]);
    // Once the PBX has answered, and before the settings.
    const kept = at.done.indexOf(`proxy fleet:hush@${name}`);
    expect(kept).toBeGreaterThan(at.done.indexOf('ask for 101'));
    expect(at.done.slice(0, kept).join()).not.toContain('keep');
    expect(at.settings).toEqual(more.settings ? [more.settings] : []);
    expect(JSON.stringify([at.logged, saidOf(end, words)])).not.toContain('hush');
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['พร็อกซี.example:3128', 'xn--12cu9cua4c9b6g.example:3128'],
    ['[0:0:0:0:0:0:0:1]:3128', '[::1]:3128'],
    ['[2001:DB8::0:1]:3128', '[2001:db8::1]:3128'],
    ['proxy.example.com:80', 'proxy.example.com:80'],
  ])(
    'brings it for %s as Chromium names that one, however either place writes it',
    async (written, named) => {
      for (const address of [written, named, `https://${written}`]) {
        const at = await started();
        const file = at.write({
          ...good,
          proxyLogin: { ...proxyLogin, proxy: written },
          settings: by(address),
        });
        expect((await at.setUp.silently(file)).ok).toBe(true);
        expect(at.asked.map(({ network }) => network.proxyLogin?.proxy)).toEqual([named]);
      }
    },
  );

  it('changes nothing where the proxy does not take it, and says what it is about', async () => {
    const at = await started();
    const file = at.write({ ...good, proxyLogin: { ...proxyLogin, password: 'wrong' } });
    const said = saidOf(await at.setUp.silently(file), words);
    expect(said.kind).toBe('not-taken');
    expect(said.message).toContain("The set-up file's password doesn't open the network's proxy.");
    // Of which the file may name another one.
    expect(said.message).toContain('(HTTP 407, proxy other.example.com:8080)');
    expect([at.done, at.who(), existsSync(file)]).toEqual([['ask for 101'], null, true]);
  });

  it('of a script changes nothing where the keychain does not take it, or the disk not the settings', async () => {
    for (const way of ['proxy', 'full'] as const) {
      const at = await started();
      at.at[way] = way === 'full';
      const file = at.write({ ...good, proxyLogin, settings: by(name) });
      const end = await at.setUp.silently(file);
      expect(end.ok).toBe(false);
      expect(at.done.at(-1)).toBe('proxy put back');
      expect([at.settings, at.who(), existsSync(file), at.entries.size]).toEqual([[], null, true, 0]);
    }
  });

  it('that a person opens is asked about as one that changes more, and stays where the keychain does not take the password', async () => {
    const at = await started();
    at.at.proxy = false;
    const file = at.write({ ...good, proxyLogin });
    at.setUp.openFile(file);
    expect(at.setUp.state()).toMatchObject({ kind: 'asking', settings: true });
    expect(JSON.stringify(at.states)).not.toContain('hush');
    await at.setUp.confirm(questionOf(at));
    expect(at.setUp.state()).toMatchObject({
      kind: 'failed',
      failure: { code: 'set-up-settings', details: 'proxyLogin (keychain)' },
    });
    expect([at.who(), existsSync(file)]).toEqual(['101', true]);
  });

  it.each([
    [{ proxyLogin: { user: 'fleet', password: 'hush' } }, 'proxyLogin › proxy: does not fit'],
    [{ proxyLogin: { ...proxyLogin, proxy: `fleet:hush@${name}` } }, 'proxyLogin › proxy: does not fit'],
    [{ proxyLogin: { ...proxyLogin, proxy: `socks5://${name}` } }, 'proxyLogin › proxy: does not fit'],
    [{ proxyLogin: { ...proxyLogin, proxy: '*:3128' } }, 'proxyLogin › proxy: does not fit'],
    [{ proxyLogin: { ...proxyLogin, password: '' } }, 'proxyLogin › password: does not fit'],
    [{ proxyLogin: { ...proxyLogin, passwort: 'hush' } }, 'proxyLogin › 4: '],
    [{ proxyLogin: 'hush' }, 'proxyLogin: does not fit'],
    [{ proxyLogin, settings: by('other.example.com:3128') }, 'proxyLogin › proxy: '],
    [{ proxyLogin, settings: by(`socks5://${name}`) }, 'proxyLogin › proxy: '],
    [{ proxyLogin, settings: { proxy: { use: 'none' } } }, 'proxyLogin › proxy: '],
  ])('that does not fit does nothing, and is told by place, without content: %#', async (more, place) => {
    const at = await started();
    const said = saidOf(await at.setUp.silently(at.write({ ...good, ...more })), words);
    expect(said.kind).toBe('unfit');
    expect(said.message).toContain(place);
    expect(said.message).not.toMatch(/hush|fleet/);
    expect(at.done).toEqual([]);
  });

  it('goes by the proxy that the policy locks', async () => {
    const policy = readPolicy(JSON.stringify({ settings: by('other.example.com:3128') }), () => {});
    const at = await started({ policy });
    const said = saidOf(await at.setUp.silently(at.write({ ...good, proxyLogin })), words);
    expect([said.kind, at.done]).toEqual(['unfit', []]);
  });

  it('has no place in a policy, which says that it is a secret', () => {
    const policy = readPolicy(JSON.stringify({ proxyLogin }), () => {});
    expect(policy.view.problem).toBe('secret');
  });
});
