import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, packagedFile, page } from '../../../app/policies/pages.ts';
import { mayAsk, mayUse } from '../../../app/policies/permissions.ts';

describe('the files of the page', () => {
  it.each([
    [page, 'index.html', 'text/html; charset=utf-8'],
    [
      'app://companion/assets/index-C9dD0hlo.js',
      'assets/index-C9dD0hlo.js',
      'text/javascript; charset=utf-8',
    ],
    [
      'app://companion/assets/thai-400-normal-BEO.woff2?x#y',
      'assets/thai-400-normal-BEO.woff2',
      'font/woff2',
    ],
  ])('are served: %s', (url, name, type) => expect(packagedFile(url)).toEqual({ name, type }));

  it.each([
    'app://companion/../main.cjs',
    'app://companion/%2e%2e/main.cjs',
    'app://companion/assets/../../main.cjs',
    'app://companion/assets/..%2f..%2fmain.js',
    'app://companion//etc/passwd.html',
    'app://companion/C:%5Cx.html',
    'app://companion/.hidden',
    'app://companion/',
    'app://companion/main.cjs',
    'app://companion.evil/index.html',
    'app://other/index.html',
    'https://companion/index.html',
    'file:///index.html',
    'not a url',
  ])('and nothing beside them: %s', (url) => expect(packagedFile(url)).toBeNull());
});

describe('the policy of the page', () => {
  it('starts from nothing and allows its own files, and recordings to be played, only', () => {
    const [first, ...rest] = contentSecurityPolicy.split('; ');
    expect(first).toBe("default-src 'none'");
    const sources = /^(?:script|style|font|img)-src 'self'$/;
    const closed = /^(?:base-uri|form-action|frame-ancestors|trusted-types) 'none'$/;
    for (const directive of rest) {
      const known = [sources, closed, /^media-src recording:$/, /^require-trusted-types-for 'script'$/];
      expect(
        known.some((form) => form.test(directive)),
        directive,
      ).toBe(true);
    }
  });

  it.each(['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal', 'hid', 'unknown'])(
    'grants no %s',
    (permission) => {
      expect(mayUse(permission)).toBe(false);
      expect(mayAsk({ permission }, page)).toBe(false);
    },
  );

  it('tells the page which sound devices there are, and no other page, and of no camera', () => {
    const sound = { permission: 'media', mediaType: 'audio', securityOrigin: 'app://companion/' };
    expect(mayAsk(sound, page)).toBe(true);
    expect(mayAsk({ ...sound, mediaType: 'video' }, page)).toBe(false);
    expect(mayAsk({ ...sound, securityOrigin: 'app://companion.evil/' }, page)).toBe(false);
    expect(mayAsk({ ...sound, securityOrigin: undefined }, page)).toBe(false);
  });
});
