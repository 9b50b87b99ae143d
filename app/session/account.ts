import { fail, ok, type Reply } from '../contract/failures.ts';
import type { SignIn } from '../contract/session.ts';
import type { Account } from '../pbx/account.ts';
import { parseEndpoint } from '../pbx/endpoint.ts';
import { readExtension } from '../pbx/extension.ts';
import type { Credentials } from '../settings/credentials.ts';
import type { StoredAccount } from '../settings/schema.ts';

/** Without what copying from a mail or a chat leaves around a word: white space, and marks that nobody can see. */
const bare = (typed: string) => typed.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');

/** What was typed on the sign-in screen, as an account; or what is missing or cannot be meant. */
export function readSignIn(input: SignIn): Reply<Account> {
  const extension = readExtension(input.extension);
  const agentId = readExtension(input.agentId);
  const apiKey = bare(input.apiKey);
  const apiSecret = bare(input.apiSecret);
  if (apiKey === '' || apiSecret === '' || extension === '') return fail('missing-field');
  if (extension === null) return fail('bad-field', { field: 'extension' });
  if (agentId === null) return fail('bad-field', { field: 'agentId' });

  const endpoint = parseEndpoint(input.address, { allowPlainHttp: input.allowPlainHttp });
  if (!endpoint.ok) return endpoint;
  return ok({
    endpoint: endpoint.value,
    apiKey,
    apiSecret,
    authentication: input.authentication,
    requests: input.requests,
    extension,
    agentId: agentId === '' ? null : agentId,
  });
}

/** The account of the last run; `null` where the settings file was edited into something that cannot be used. */
export function toAccount(stored: StoredAccount, credentials: Credentials): Account | null {
  const account = readSignIn({ ...stored, ...credentials, agentId: stored.agentId ?? '' });
  return account.ok ? account.value : null;
}
