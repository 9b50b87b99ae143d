import * as v from 'valibot';
import { DirectoryPassword } from '../contract/directory.ts';
import { NamedProxyLogin } from '../contract/proxy.ts';
import { SignIn } from '../contract/session.ts';
import { PolicyAccount, PolicySettings } from '../settings/policy-schema.ts';

const NotEmpty = v.pipe(SignIn.entries.apiKey, v.minLength(1));

/** All that a set-up file may say. What IT's policy says already may be left out. */
export const SetUpFile = v.strictObject({
  /** For editors. */
  $schema: v.optional(v.string()),
  ...PolicyAccount.entries,
  apiKey: NotEmpty,
  apiSecret: NotEmpty,
  settings: v.optional(PolicySettings),
  /** Who a proxy is told that asks. Without it nobody behind such a proxy could be signed in by a script. */
  proxyLogin: v.optional(NamedProxyLogin),
  /** Of who signs in to the directory. */
  directoryPassword: v.optional(DirectoryPassword.entries.password),
});
