import { describe, expect, it } from 'vitest';
import {
  type AddressProblem,
  filled,
  problemOf,
  sample,
  type Values,
} from '../../../app/contract/open-in.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';

/** Nobody sees them, and some turn the writing around. */
const unseen = [
  '\u202e',
  '\u2066',
  '\u200f',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\ufeff',
  '\u2060',
  '\u3164',
  '\u034f',
  '\u{e0041}',
];
const crm = 'https://crm.example.com';
const values = (some: Partial<Values>): Values => ({ ...sample, ...some });

describe('an address for numbers', () => {
  it.each([
    [`${crm}/?phone={number}`, `${crm}/?phone=0812345678`],
    [`${crm}/?phone={e164}&who={name}`, `${crm}/?phone=%2B66812345678&who=Somchai`],
    [`${crm}/people/{number}/card`, `${crm}/people/0812345678/card`],
    [`${crm}/#/find/{e164}`, `${crm}/#/find/%2B66812345678`],
    [`${crm}?q={number}`, `${crm}/?q=0812345678`],
    [`${crm}:8443/{direction}/{extension}`, `${crm}:8443/incoming/101`],
    [`  ${crm}/{number}  `, `${crm}/0812345678`],
    ['HTTPS://CRM.example.com/{number}', `${crm}/0812345678`],
    // The sample shows who a look-alike really is.
    ['https://сrm.example.com/{number}', 'https://xn--rm-nmc.example.com/0812345678'],
    [`${crm}/{number}?a={number}#{number}`, `${crm}/0812345678?a=0812345678#0812345678`],
  ])('%s is filled in', (template, address) => {
    expect(problemOf(template, false)).toBeNull();
    expect(filled(template, sample)).toBe(address);
  });

  it.each<[string, AddressProblem]>([
    ['javascript:alert({number})', 'scheme'],
    ['JavaScript://crm/%0aalert({number})', 'scheme'],
    ['file:///etc/{number}', 'scheme'],
    ['data:text/html,{number}', 'scheme'],
    ['tel:{number}', 'scheme'],
    ['{number}://crm.example.com/', 'scheme'],
    ['https:crm.example.com/{number}', 'scheme'],
    ['https:/crm.example.com/{number}', 'scheme'],
    ['//crm.example.com/{number}', 'scheme'],
    ['crm.example.com/{number}', 'scheme'],
    ['view-source:https://crm.example.com/{number}', 'scheme'],
    ['http://crm.example.com/{number}', 'plain-http'],
    ['https://me:pw@crm.example.com/{number}', 'user-info'],
    ['https://{name}@crm.example.com/{number}', 'user-info'],
    ['https://crm.example.com@evil.example/{number}', 'user-info'],
    ['https://{number}.example.com/', 'place'],
    ['https://crm.example.com:{extension}/{number}', 'place'],
    ['https://crm.example.com{number}', 'place'],
    [`${crm}/{number`, 'braces'],
    [`${crm}/number}`, 'braces'],
    [`${crm}/{{number}}`, 'braces'],
    [`${crm}/{{number}`, 'braces'],
    [`${crm}/%{number}`, 'braces'],
    [`${crm}/%2{number}`, 'braces'],
    [`${crm}/{phone}`, 'unknown'],
    [`${crm}/{Number}`, 'unknown'],
    [`${crm}/{}{number}`, 'unknown'],
    [`${crm}/{__proto__}`, 'unknown'],
    [`${crm}/{toString}`, 'unknown'],
    [`${crm}/`, 'no-placeholder'],
    [`${crm}/a b/{number}`, 'blank'],
    [`${crm}\\@evil.example/{number}`, 'blank'],
    [`${crm}/\u00a0{number}`, 'blank'],
    [`${crm}/\n{number}`, 'control'],
    [`https://crm.exa\tmple.com/{number}`, 'control'],
    [`${crm}/\u0000{number}`, 'control'],
    ['https:///{number}', 'not-an-address'],
    ['https:///crm.example.com/{number}', 'not-an-address'],
    ['https:///{number}.evil.example/', 'not-an-address'],
    ['https:////{number}.evil.example/?{name}', 'not-an-address'],
    ['https:///user@evil.example/{number}', 'not-an-address'],
    ['https://?{number}', 'not-an-address'],
    ['https://crm.example.com:99999/{number}', 'not-an-address'],
    ['https://crm%40evil.example/{number}', 'not-an-address'],
    [`${crm}/a/..{name}`, 'not-an-address'],
    [`${crm}/a/%2e.{name}`, 'not-an-address'],
  ])('%j is turned down: %s', (template, problem) => {
    expect(problemOf(template, false)).toBe(problem);
  });

  it.each(unseen)('%j in it is turned down, wherever it stands', (sign) => {
    for (const template of [
      `${crm}/${sign}{number}`,
      `https://crm${sign}.example.com/{number}`,
      `${crm}/{number}#${sign}x`,
    ])
      expect(problemOf(template, true)).toBe('control');
  });

  it('may be without encryption where IT says so, and of no other kind', () => {
    expect(problemOf('http://crm.local/{number}', true)).toBeNull();
    expect(problemOf('ftp://crm.local/{number}', true)).toBe('scheme');
  });

  it.each([
    ['a&b=c#d/../?', 'a%26b%3Dc%23d%2F..%2F%3F'],
    ['วิภา', '%E0%B8%A7%E0%B8%B4%E0%B8%A0%E0%B8%B2'],
    ["O'Brien (!*)", 'O%27Brien%20%28%21%2A%29'],
    ['a\u0000\nb', 'a%20%20b'],
    ['half \ud83d', 'half%20%EF%BF%BD'],
    ['{number}', '%7Bnumber%7D'],
    ['$& $1', '%24%26%20%241'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('a caller who calls themselves %j is text', (name, written) => {
    expect(filled(`${crm}/?q={name}#{name}`, values({ name }))).toBe(`${crm}/?q=${written}#${written}`);
  });

  it.each(['.', '..', '...'])('a caller who calls themselves %j leads nowhere else', (name) => {
    expect(filled(`${crm}/a/b/{name}`, values({ name }))).toBe(`${crm}/a/b/`);
    expect(filled(`${crm}/?q={name}`, values({ name }))).toBe(`${crm}/?q=${name}`);
  });

  it('leaves a placeholder empty whose value is not known', () => {
    expect(filled(`${crm}/{e164}?n={number}`, values({ e164: '', number: '101' }))).toBe(`${crm}/?n=101`);
  });

  it('leads to the same host and as deep, whoever calls', () => {
    const text = fc.string({ unit: anyCharacter, maxLength: 200 });
    const templates = [`${crm}/a/{name}/b?c={name}#{name}`, `${crm}/x{name}{number}`, `${crm}/?{name}`];
    fc.assert(
      fc.property(fc.constantFrom(...templates), text, text, (template, name, number) => {
        const url = new URL(filled(template, values({ name, number })));
        expect(url.origin).toBe(crm);
        expect(url.username + url.password).toBe('');
        expect(url.pathname.split('/')).toHaveLength(
          new URL(filled(template, sample)).pathname.split('/').length,
        );
        expect([...url.searchParams].length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is checked without ever throwing, and what passes leads to a host', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => void problemOf(text, true)),
    );
    const signs = fc.string({ unit: fc.constantFrom(...'https://?#@{}number.%:\\ '), maxLength: 60 });
    fc.assert(
      fc.property(signs, (text) => {
        const template = `https://${text}{number}`;
        if (problemOf(template, false) === null)
          expect(filled(template, sample)).toMatch(/^https:\/\/[^@/]+\//);
      }),
    );
  });
});
