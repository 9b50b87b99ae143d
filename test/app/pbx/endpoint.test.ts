import { describe, expect, test } from 'vitest';
import { parseEndpoint } from '../../../app/pbx/endpoint.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';

const strict = { allowPlainHttp: false };
const relaxed = { allowPlainHttp: true };

function read(typed: string, options = strict): string {
  const reply = parseEndpoint(typed, options);
  return reply.ok ? reply.value.address : reply.failure.code;
}

const here = 'https://pbx.example.com/pbxws.php';
const there = 'https://pbx.example.com:4433/pbxws.php';

describe('an address is taken in whatever form it is pasted', () => {
  test.each([
    // a host, a port, a scheme
    ['pbx.example.com', here],
    ['PBX.Example.COM', here],
    ['pbx.example.com.', here],
    ['pbx.example.com:4433', there],
    ['pbx.example.com:443', here],
    ['pbx.example.com:', here],
    ['https://pbx.example.com', here],
    ['HTTPS://PBX.EXAMPLE.COM', here],
    ['https:/pbx.example.com', here],
    ['https:///pbx.example.com', here],
    ['https:\\\\pbx.example.com\\pbxws.php', here],
    ['//pbx.example.com/', here],
    ['https://https://pbx.example.com', here],
    ['wss://pbx.example.com:4433', there],
    ['ftp://pbx.example.com', here],
    ['sip:101@pbx.example.com', here],
    ['intranet', 'https://intranet/pbxws.php'],
    ['my_pbx.local', 'https://my_pbx.local/pbxws.php'],
    // the script, an action, slashes, a query, a fragment
    ['https://pbx.example.com/', here],
    ['pbx.example.com/pbxws.php', here],
    ['https://pbx.example.com:4433/pbxws.php/', there],
    ['https://pbx.example.com:4433//pbxws.php//dial/', there],
    ['https://pbx.example.com:4433/pbxws.php/dial', there],
    ['https://pbx.example.com/pbxws.php/recapi?filename=a.wav', here],
    ['https://pbx.example.com/pbxws.php?token=YWJj', here],
    ['pbx.example.com?x=/y', here],
    ['pbx.example.com#top', here],
    ['https://pbx.example.com/Pbxws.PHP', here],
    ['https://pbx.example.com/cdrapi', here],
    ['https://pbx.example.com/index.php', here],
    ['https://pbx.example.com/pbxws.php.', here],
    // a folder in front of the script
    ['https://pbx.example.com/tenant/7/pbxws.php/dial', 'https://pbx.example.com/tenant/7/pbxws.php'],
    ['pbx.example.com/tenant', 'https://pbx.example.com/tenant/pbxws.php'],
    ['pbx.example.com/tenant/dialqm', 'https://pbx.example.com/tenant/pbxws.php'],
    ['pbx.example.com/a/../b/pbxws.php', 'https://pbx.example.com/b/pbxws.php'],
    // white space and what nobody sees
    ['  pbx.example.com\t\r\n', here],
    ['https:// pbx.example.com / pbxws.php', here],
    ['pbx.example.com :4433', there],
    ['https://pbx.example.com/\n  pbxws.php', here],
    ['\u200bpbx.\u200bexample\u00ad.com\ufeff', here],
    ['\u202ahttps://pbx.example.com\u202c', here],
    ['<https://pbx.example.com/pbxws.php>', here],
    ['“pbx.example.com:4433”,', there],
    // full-width letters of an input method
    ['ｐｂｘ．ｅｘａｍｐｌｅ．ｃｏｍ：４４３３／ｐｂｘｗｓ．ｐｈｐ', there],
    ['https：／／pbx。example。com', here],
    // digits of a Thai keyboard, and of any other
    ['pbx.example.com:๔๔๓๓', there],
    ['pbx๑.example.com', 'https://pbx1.example.com/pbxws.php'],
    ['๑๐.๐.๐.๕:٤٤٣٣', 'https://10.0.0.5:4433/pbxws.php'],
    // names beyond ASCII
    ['https://ตู้สาขา.ไทย:4433', 'https://xn--22c1b9c6ab2b8g.xn--o3cw4h:4433/pbxws.php'],
    // numbers
    ['192.168.1.10', 'https://192.168.1.10/pbxws.php'],
    ['192.168.1.10:4433/pbxws.php', 'https://192.168.1.10:4433/pbxws.php'],
    ['2001:db8::1', 'https://[2001:db8::1]/pbxws.php'],
    ['[2001:DB8::1]:4433', 'https://[2001:db8::1]:4433/pbxws.php'],
    ['https://[2001:db8::1]/pbxws.php/dial', 'https://[2001:db8::1]/pbxws.php'],
    ['::1/pbxws.php', 'https://[::1]/pbxws.php'],
    // a name and a password in it are not for us, and not kept
    ['https://admin:pa:ss@pbx.example.com', here],
    ['admin:pass@pbx.example.com:4433', there],
    ['https://me@pbx.example.com', here],
  ])('%j', (typed, address) => {
    expect(read(typed)).toBe(address);
  });
});

describe('what cannot be meant is said to be no address', () => {
  test.each([
    [''],
    ['   '],
    ['https://'],
    ['https:///'],
    ['/pbxws.php'],
    ['?'],
    ['101'],
    ['081 234 5678'],
    ['192.168.1'],
    ['192.168.1.300'],
    ['192.168.001.010'],
    ['0x7f.1'],
    ['pbx.example.com:99999'],
    ['pbx.example.com:0'],
    ['pbx.example.com:https'],
    ['pbx example com'],
    ['pbx.example.com\nThanks'],
    ['pbx.exam\nple.com'],
    ['pbx..example.com'],
    ['-pbx.example.com'],
    ['pbx%2eexample.com'],
    ['[2001:db8::1'],
    ['fe80::1%eth0'],
    ['me@company.example'],
    ['mailto:me@company.example'],
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    [`${'a'.repeat(64)}.example.com`],
    ['a'.repeat(2_001)],
  ])('%j', (typed) => {
    expect(read(typed)).toBe('bad-address');
    expect(read(typed, relaxed)).toBe('bad-address');
  });
});

describe('plain HTTP takes a decision, except to this computer', () => {
  test.each([
    ['http://pbx.example.com'],
    ['HTTP://192.168.1.10:80'],
    ['http://localhost.example.com'],
    ['http://127.example.com'],
    ['http://0.0.0.0'],
    ['http://[::ffff:127.0.0.1]'],
    ['https://http://pbx.example.com'],
    ['http://localhost@pbx.example.com'],
  ])('%j is asked about', (typed) => {
    expect(read(typed)).toBe('plain-http');
    expect(read(typed, relaxed)).toMatch(/^http:\/\/.*\/pbxws\.php$/);
  });

  test.each([
    ['http://localhost:8080', 'http://localhost:8080/pbxws.php'],
    ['http://pbx.localhost', 'http://pbx.localhost/pbxws.php'],
    ['http://LOCALHOST.', 'http://localhost/pbxws.php'],
    ['http://127.0.0.1', 'http://127.0.0.1/pbxws.php'],
    ['http://127.255.3.4:81', 'http://127.255.3.4:81/pbxws.php'],
    ['http://[::1]:8080/pbxws.php/dial', 'http://[::1]:8080/pbxws.php'],
  ])('%j is not', (typed, address) => {
    expect(read(typed)).toBe(address);
  });

  test('without a scheme it is HTTPS, here too', () => {
    expect(read('localhost:8080', relaxed)).toBe('https://localhost:8080/pbxws.php');
  });
});

test('an endpoint tells where each action is', () => {
  const reply = parseEndpoint('pbx.example.com:4433/tenant/pbxws.php/dial', strict);
  expect(reply.ok && [reply.value.origin, reply.value.url('cdrapi')]).toEqual([
    'https://pbx.example.com:4433',
    'https://pbx.example.com:4433/tenant/pbxws.php/cdrapi',
  ]);
});

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 80 }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .array(
        fc.constantFrom(
          'http',
          's',
          ':',
          '/',
          '//',
          '@',
          'a.b',
          '.',
          '[',
          ']',
          '::1',
          ' ',
          '?',
          '\\',
          'pbxws.php',
          '127.0.0.1',
        ),
      )
      .map((pieces) => pieces.join('')),
  );

  test('it is an address of http or https without a name, a password or a query, or a failure', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const reply = parseEndpoint(text, relaxed);
        if (!reply.ok) {
          expect(reply.failure).toEqual({ code: 'bad-address' });
          return;
        }
        const url = new URL(reply.value.url('dial'));
        expect(url.href).toBe(reply.value.url('dial'));
        expect(url.protocol).toMatch(/^https?:$/);
        expect([url.username, url.password, url.search, url.hash]).toEqual(['', '', '', '']);
        expect(url.pathname.endsWith('/pbxws.php/dial')).toBe(true);
        expect(url.origin).toBe(reply.value.origin);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the address that is kept reads as itself', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const address = read(text, relaxed);
        if (address !== 'bad-address') expect(read(address, relaxed)).toBe(address);
      }),
      { numRuns: 2_000 },
    );
  });
});
