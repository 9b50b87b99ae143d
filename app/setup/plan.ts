import { isDeepStrictEqual } from 'node:util';
import { type Failure, fail, ok } from '../contract/failures.ts';
import type { SignIn, SignInForm } from '../contract/session.ts';
import type { Settings } from '../contract/settings.ts';
import type { Account } from '../pbx/account.ts';
import { readSignIn } from '../session/account.ts';
import { allowedBy, formUnder } from '../session/form.ts';
import { doubledNames } from '../settings/doubled.ts';
import {
  fitting,
  fittingEntries,
  type Misfit,
  namedIn,
  readObject,
  withoutMark,
} from '../settings/fitting.ts';
import type { Policy } from '../settings/policy.ts';
import { policyNames } from '../settings/policy-parts.ts';
import { PolicySettings } from '../settings/policy-schema.ts';
import { readSetUpLink } from './link.ts';
import { SetUpFile } from './set-up-schema.ts';

const setUpNames: ReadonlySet<string> = new Set([...policyNames, ...Object.keys(SetUpFile.entries)]);

/** What IT decided, as far as a set-up must keep to it. */
export type Rules = Pick<Policy, 'account' | 'fixed'>;

/** What a link or a file would do. The credentials of a link are made up. */
export interface Plan {
  /** As they were named. */
  readonly fields: Partial<SignInForm>;
  readonly input: SignIn;
  readonly account: Account;
  readonly settings: Partial<Settings>;
  /** `null`: none is given. */
  readonly directoryPassword: string | null;
}

/** `misfits`: of a file, what does not fit. */
export type Planned =
  | { readonly ok: true; readonly value: Plan }
  | { readonly ok: false; readonly failure: Failure; readonly misfits?: readonly Misfit[] };

/** A link fills in the form, so that nothing but the key and the secret is missing. */
export function planOfLink(uri: string, rules: Rules): Planned {
  const read = readSetUpLink(uri);
  if (!read.ok) return read;
  // Whether no encryption is meant is for the person to say, in the form.
  const { allowPlainHttp = true } = rules.account.fixed;
  const planned = plan({ ...read.value, allowPlainHttp }, { apiKey: '-', apiSecret: '-' }, {}, rules);
  if (planned.ok) return ok({ ...planned.value, fields: read.value });
  const { code } = planned.failure;
  return code === 'managed' || code === 'plain-http' ? fail('managed') : fail('set-up-link');
}

/** A file is carried out as it stands, or not at all: half a set-up is a desk that works in another way than IT thinks. */
export function planOfFile(text: string, rules: Rules): Planned {
  const found = readObject(text);
  if (found === null) return fail('set-up-file', { details: 'no JSON object' });
  const misfits: Misfit[] = [];
  // A secret is at home here, under the name that it has.
  const note = ({ path, why, expected }: Misfit) =>
    void misfits.push({ path, why: why === 'secret' ? 'unknown' : why, expected });
  for (const path of doubledNames(withoutMark(text), setUpNames))
    note({ path, why: 'doubled', expected: null });
  const known = namedIn(found, Object.keys(SetUpFile.entries), [], note);
  const settings = namedIn(known.settings, Object.keys(PolicySettings.entries), ['settings'], note);
  fittingEntries(PolicySettings, settings, ['settings'], note);
  const file = fitting(SetUpFile, { ...known, settings: {} }, [], note);
  if (file === undefined || misfits.length > 0) return unfit(misfits);
  const { apiKey, apiSecret, directoryPassword = null, $schema: _, settings: __, ...fields } = file;
  const chosen = fitting(PolicySettings, settings, ['settings'], note) ?? {};
  const planned = plan(fields, { apiKey, apiSecret }, chosen, rules);
  if (planned.ok) return ok({ ...planned.value, directoryPassword });
  if (planned.failure.code !== 'missing-field') return planned;
  const missing = (['address', 'extension'] as const).filter((name) => fields[name] === undefined);
  return unfit(missing.map((name) => ({ path: [name], why: 'misfit', expected: `"${name}"` })));
}

const unfit = (misfits: readonly Misfit[]): Planned => ({
  ...fail('set-up-file', {
    details: misfits
      .map(({ path }) => path.join(' › '))
      .join(', ')
      .slice(0, 200),
  }),
  misfits,
});

function plan(
  named: { readonly [Key in keyof SignInForm]?: SignInForm[Key] | undefined },
  credentials: Pick<SignIn, 'apiKey' | 'apiSecret'>,
  settings: { readonly [Key in keyof Settings]?: Settings[Key] | undefined },
  { account: policy, fixed }: Rules,
): Planned {
  const fields: Partial<SignInForm> = Object.fromEntries(
    Object.entries(named).filter(([, value]) => value !== undefined),
  );
  // Not what was there last: a set-up is the same on every desk.
  const form = formUnder({ fixed: {}, presets: formUnder(policy, []) }, [fields]);
  const allowPlainHttp = fields.allowPlainHttp ?? policy.fixed.allowPlainHttp ?? form.allowPlainHttp;
  const input = { ...form, allowPlainHttp, ...credentials };
  if (input.address === '' || input.extension === '') return fail('missing-field');
  const read = readSignIn(input);
  const account = read.ok ? allowedBy(policy.fixed, read.value, input.allowPlainHttp) : read;
  if (!account.ok) return account;
  const free = Object.entries(settings).filter(([key, value]) => {
    const locked = fixed[key as keyof Settings];
    return value !== undefined && !isDeepStrictEqual(value, locked);
  });
  if (free.some(([key]) => fixed[key as keyof Settings] !== undefined)) return fail('managed');
  return ok({
    ...{ fields, input, account: account.value },
    settings: Object.fromEntries(free),
    directoryPassword: null,
  });
}
