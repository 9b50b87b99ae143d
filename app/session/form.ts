import { fail, ok, type Reply } from '../contract/failures.ts';
import { formFields, type SignInForm } from '../contract/session.ts';
import type { Account } from '../pbx/account.ts';
import { parseEndpoint } from '../pbx/endpoint.ts';
import { readExtension } from '../pbx/extension.ts';
import type { AccountPolicy } from '../settings/policy.ts';
import type { StoredAccount } from '../settings/schema.ts';

type Fixed = AccountPolicy['fixed'];

const emptyForm: SignInForm = {
  address: '',
  extension: '',
  agentId: '',
  authentication: 'header',
  requests: 'post',
  allowPlainHttp: false,
};

/** What the sign-in form begins with: what IT preset, over that what was there last, and in any case what IT locked. */
export function formUnder(
  { fixed, presets }: AccountPolicy,
  layers: readonly Partial<SignInForm>[],
): SignInForm {
  const form = layers.reduce<SignInForm>((below, layer) => over(below, layer, fixed), {
    ...emptyForm,
    ...presets,
    ...fixed,
  });
  // A GET has no body to carry the token: what is not locked gives way.
  if (form.authentication !== 'body' || form.requests === 'post') return form;
  if (fixed.requests === undefined) return { ...form, requests: 'post' };
  return fixed.authentication === undefined ? { ...form, authentication: 'header' } : form;
}

function over(below: SignInForm, layer: Partial<SignInForm>, fixed: Fixed): SignInForm {
  const form = { ...below, ...layer, ...fixed };
  // That a connection without encryption is meant was said of one address, and holds for no other.
  const isOf = (address: string) => address !== '' && addressOf(address) === addressOf(form.address);
  const said = isOf(layer.address ?? below.address) ? layer.allowPlainHttp : undefined;
  const before = isOf(below.address) && below.allowPlainHttp;
  return { ...form, allowPlainHttp: fixed.allowPlainHttp ?? said ?? before };
}

/** Of an account as it is kept. */
export const toForm = ({ agentId, ...stored }: StoredAccount): SignInForm => ({
  ...stored,
  agentId: agentId ?? '',
});

/** The kept account in the ways that IT locked: they are about how, and not about who. */
export function inLockedWays(stored: StoredAccount, fixed: Fixed): StoredAccount {
  const { authentication, requests, allowPlainHttp } = { ...stored, ...fixed };
  return { ...stored, authentication, requests, allowPlainHttp };
}

/**
 * Turns down what IT locked otherwise, and names it. By what is meant: `PBX.example.com` and `https://pbx.example.com/` are one address. A
 * GET has no body, so that a locked GET forbids the token in the body.
 */
export function allowedBy(fixed: Fixed, account: Account, allowPlainHttp: boolean): Reply<Account> {
  const { address, extension, agentId, authentication, requests } = fixed;
  const fits: { readonly [Field in keyof SignInForm]: boolean } = {
    address: address === undefined || addressOf(address) === account.endpoint.address,
    extension: extension === undefined || readExtension(extension) === account.extension,
    agentId: agentId === undefined || readExtension(agentId) === (account.agentId ?? ''),
    authentication: authentication === undefined || authentication === account.authentication,
    requests: requests === undefined || (requests === account.requests && sendable(account)),
    allowPlainHttp: fixed.allowPlainHttp !== false || !allowPlainHttp,
  };
  const forbidden = formFields.filter((field) => !fits[field]);
  return forbidden.length === 0 ? ok(account) : fail('managed', { details: forbidden.join(', ') });
}

const sendable = ({ authentication, requests }: Account): boolean =>
  authentication !== 'body' || requests === 'post';

function addressOf(typed: string): string | null {
  const endpoint = parseEndpoint(typed, { allowPlainHttp: true });
  return endpoint.ok ? endpoint.value.address : null;
}
