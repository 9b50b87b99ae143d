import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { readPolicy } from '../../../app/settings/policy.ts';
import { readParts } from '../../../app/settings/policy-parts.ts';
import { fc } from '../../support/property.ts';
import { everySetting } from './every-setting.ts';

const shipped = path.join(import.meta.dirname, '../../../build/policy.schema.json');
const fits = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(shipped, 'utf8')),
);

const rule = { name: 'Outside line', match: '0X.', action: 'prefix', value: '9' };
const account = {
  ...{ address: 'pbx.example.com', extension: '101', agentId: '2001', authentication: 'body' },
  ...{ requests: 'post', allowPlainHttp: false },
};
const key = `MCowBQYDK2VwAyEA${'A'.repeat(43)}=`;

const rules = [rule, { ...rule, action: 'block' }];
const feed = (keys: string | string[]) => ({ feed: 'https://it.example.com/c/', key: keys });

/** What stands where another kind was meant. */
const others = [
  ...[null, true, false, 0, -1, 7.5, 1e300, '', 's3cret', 'true', '5', 'x'.repeat(3_000)],
  ...[[], [[]], {}, [null], { s3cret: 1 }],
];
const names = ['colour', 'apiSecret', '__proto__', 'constructor', 'toString'];

type Change = (value: unknown) => unknown;
const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every place in it, of any depth. */
function placesIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  return isHolder(value)
    ? Object.entries(value).flatMap(([name, inner]) => [[...at, name], ...placesIn(inner, [...at, name])])
    : [];
}

/** `undefined`: it is gone. */
function changedAt(value: unknown, [name, ...more]: readonly string[], change: Change): unknown {
  if (name === undefined || !isHolder(value)) return change(value);
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === name ? changedAt(one, more, change) : one));
  return { ...value, [name]: changedAt(value[name], more, change) };
}

const gone: Change = () => undefined;
const listed: Change = (value) => [value];
const withName =
  (name: string): Change =>
  (value) =>
    isHolder(value) && !Array.isArray(value)
      ? Object.defineProperty({ ...value }, name, { value: 's3cret', enumerable: true })
      : { [name]: value };

const settings = fc
  .subarray([...everySetting], { minLength: 1 })
  .chain((some) =>
    fc
      .tuple(...some.map(([, ours, theirs]) => fc.constantFrom<unknown>(ours, theirs)))
      .map((values) => Object.fromEntries(some.map(([name], at) => [name, values[at]]))),
  );
/** One that fits, and then, half of them, with one thing changed somewhere. */
const policies = fc
  .record(
    {
      ...{ settings, presets: settings },
      account: fc.constant({ settings: account, presets: account }),
      rules: fc.constant(rules),
      ownRules: fc.boolean(),
      openInPlainHttp: fc.boolean(),
      updates: fc.constantFrom(key, [key]).map(feed),
    },
    { requiredKeys: ['settings', 'account', 'rules'] },
  )
  .chain((policy) =>
    fc
      .tuple(fc.constantFrom(...placesIn(policy)), fc.option(fc.jsonValue({ maxDepth: 2 })))
      .map(([place, other]) => (other === null ? policy : changedAt(policy, place, () => other))),
  );

/** Said by the program alone: a pattern of the schema does not tell what is one, and its example says so. */
const onlyLookedAt = /^e\.g\. |^https$/;

/** What the program has to say that the schema says, too. The schema is open at the top: a later release knows more. */
function agree(policy: unknown): boolean {
  const text = JSON.stringify(policy);
  const { misfits } = readParts(text);
  const isTaken = fits(JSON.parse(text));
  const seen = misfits.filter(
    ({ expected, why }) => !onlyLookedAt.test(expected ?? '') && why !== 'wildcard',
  );
  if (isTaken) expect([text, seen.filter(({ path }) => path.length > 1)]).toEqual([text, []]);
  else expect([text, misfits]).not.toEqual([text, []]);
  // Whatever stands there, nothing of it is told, and it is nothing but a value.
  const logged: string[] = [];
  const read = readPolicy(text, (line) => void logged.push(line));
  expect(logged.join()).not.toContain('s3cret');
  for (const part of [read.fixed, read.presets, read.account.fixed])
    expect(Object.getPrototypeOf(part)).toBe(Object.prototype);
  return isTaken;
}

test('the schema for editors and the program agree on every place of a policy, whatever stands there', () => {
  const parts = [
    ...everySetting.map(([name, ours]) => ({ settings: { [name]: ours } })),
    ...everySetting.map(([name, , theirs]) => ({ presets: { [name]: theirs } })),
    ...[{ account: { settings: account } }, { account: { presets: account } }],
    ...[{ rules }, { ownRules: false }, { openInPlainHttp: true }, { updates: feed(key) }],
  ];
  for (const part of parts) {
    expect(agree({ ...part, openInPlainHttp: true })).toBe(true);
    for (const place of placesIn(part)) {
      for (const change of [...others.map((value) => () => value), gone, listed, ...names.map(withName)])
        agree(changedAt(part, place, change));
    }
  }
});

test('and on policies of any parts, with one thing changed somewhere', () => {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(policies, (policy) => {
      if (agree(policy)) taken += 1;
      else refused += 1;
    }),
    { numRuns: 300 },
  );
  expect(Math.min(taken, refused)).toBeGreaterThan(50);
});
