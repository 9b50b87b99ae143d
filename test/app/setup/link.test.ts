import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../app/contract/failures.ts';
import { type AccountPolicy, noPolicy } from '../../../app/settings/policy.ts';
import { isSetUpLink, readSetUpLink } from '../../../app/setup/link.ts';
import { planOfLink } from '../../../app/setup/plan.ts';
import { fc } from '../../support/property.ts';

const base = 'promptcall-companion://setup?';
const rules = (fixed: AccountPolicy['fixed'] = {}) => ({ ...noPolicy, account: { fixed, presets: {} } });

describe('a set-up link', () => {
  it('fills in the fields that it names, however it is escaped', () => {
    expect(readSetUpLink(`${base}address=pbx.example.com%3A4433&extension=101`)).toEqual(
      ok({ address: 'pbx.example.com:4433', extension: '101' }),
    );
    expect(
      readSetUpLink(
        'PROMPTCALL-companion://setup/?address=pbx.example.com&extension=101&agentId=2001&authentication=body&requests=post',
      ),
    ).toEqual(
      ok({
        address: 'pbx.example.com',
        extension: '101',
        agentId: '2001',
        authentication: 'body',
        requests: 'post',
      }),
    );
  });

  it.each([
    'apiSecret=s3cret',
    'apiKey=s3cret',
    'APISECRET=s3cret',
    'api%5Fsecret=s3cret',
    'address=pbx.example.com&extension=101&secret=s3cret',
    'token=s3cret&address=pbx.example.com',
    'password',
    'address=https://key:s3cret@pbx.example.com&extension=101',
    'address=https%3A%2F%2Fkey%3As3cret%40pbx.example.com&extension=101',
    'x=1#apiSecret=s3cret',
  ])('with a secret in it is turned down as a whole, and told so: %s', (query) => {
    expect(readSetUpLink(base + query)).toEqual(fail('set-up-secret'));
  });

  it.each([
    'address=pbx.example.com&extension=101&colour=blue',
    'address=pbx.example.com&address=other.example.com&extension=101',
    'address=pbx.example.com&extension=101&allowPlainHttp=true',
    'address=pbx.example.com&extension=101&requests=put',
    'address=pbx.example.com&extension=101&authentication=',
    'address=pbx.example.com?x=1&extension=101',
    'address=pbx.example.com%00&extension=101',
    'address=pbx%2&extension=101',
    'address=pbx.example.com&extension=101#there',
    'address=pbx.example.com&extension',
    '__proto__=1',
    '',
  ])('is understood to the last letter, or not used: %s', (query) => {
    expect(readSetUpLink(base + query)).toEqual(fail('set-up-link'));
  });

  it.each([
    'promptcall-companion:setup?address=a.example&extension=1',
    'promptcall-companion://dial?number=191',
    'promptcall-companion://setup.evil/?address=a.example',
    'promptcall-companion://setup/more?address=a.example',
    'promptcall-companion://setup:80?address=a.example',
    'promptcall-companion://',
  ])('goes to one place only: %s', (uri) => {
    expect(isSetUpLink(uri)).toBe(true);
    expect(readSetUpLink(uri)).toEqual(fail('set-up-link'));
  });

  it('has an address and an extension that can be meant, unless IT’s policy has them', () => {
    const plan = (query: string, fixed = {}) => planOfLink(base + query, rules(fixed));
    expect(plan('address=not an address&extension=101')).toEqual(fail('set-up-link'));
    expect(plan('address=pbx.example.com&extension=101/102')).toEqual(fail('set-up-link'));
    expect(plan('extension=101')).toEqual(fail('set-up-link'));
    expect(plan('extension=101', { address: 'pbx.example.com' })).toMatchObject({ ok: true });
  });

  it('says nothing against what IT locked, and does not decide that no encryption is meant', () => {
    const plan = (query: string, fixed = {}) => planOfLink(base + query, rules(fixed));
    expect(plan('address=other.example&extension=101', { address: 'pbx.example.com' })).toEqual(
      fail('managed'),
    );
    expect(plan('address=http://pbx.example&extension=101', { allowPlainHttp: false })).toEqual(
      fail('managed'),
    );
    const planned = plan('address=http://pbx.example&extension=101');
    expect(planned).toMatchObject({ ok: true, value: { fields: { address: 'http://pbx.example' } } });
    expect(planned.ok && planned.value.fields).not.toHaveProperty('allowPlainHttp');
  });

  it('never throws, and never shows in its failure what stood in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = readSetUpLink(base + text);
        if (!read.ok) expect(Object.keys(read.failure)).toEqual(['code']);
      }),
    );
  });
});
