import { fail, ok, type Reply } from '../contract/failures.ts';
import type { SignInForm } from '../contract/session.ts';
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
  // A GET has no body to carry the token.
  return form.authentication === 'body' ? { ...form, requests: 'post' } : form;
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

/** Turns down what IT locked otherwise. By what is meant: `PBX.example.com` and `https://pbx.example.com/` are one address. */
export function allowedBy(fixed: Fixed, account: Account, allowPlainHttp: boolean): Reply<Account> {
  const { address, extension, agentId, authentication, requests } = fixed;
  const fits =
    (address === undefined || addressOf(address) === account.endpoint.address) &&
    (extension === undefined || readExtension(extension) === account.extension) &&
    (agentId === undefined || readExtension(agentId) === (account.agentId ?? '')) &&
    (authentication === undefined || authentication === account.authentication) &&
    (requests === undefined || requests === account.requests || account.authentication === 'body') &&
    (fixed.allowPlainHttp !== false || !allowPlainHttp);
  return fits ? ok(account) : fail('managed');
}

function addressOf(typed: string): string | null {
  const endpoint = parseEndpoint(typed, { allowPlainHttp: true });
  return endpoint.ok ? endpoint.value.address : null;
}
