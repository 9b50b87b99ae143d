import * as v from 'valibot';
import { Line } from '../contract/bounds.ts';
import { forExample, host, hostIn, isHost, port } from '../contract/hosts.ts';
import { DiallingRule, mostOwnRules } from '../contract/rules.ts';
import { SignInForm } from '../contract/session.ts';
import { Settings } from '../contract/settings.ts';
import { isUsable, parseAccelerator } from '../hotkey/accelerator.ts';
import { parseEndpoint } from '../pbx/endpoint.ts';
import { readExtension } from '../pbx/extension.ts';

export const mostRules = 500;

/** A rule that blocks has no value, and IT may write a remark beside it. */
export const PolicyRule = v.object({
  ...DiallingRule.entries,
  value: v.optional(DiallingRule.entries.value, ''),
});

/** One policy is for computers of all kinds. */
function isKey(hotkey: string): boolean {
  const parsed = parseAccelerator(hotkey);
  if (parsed === null) return hotkey === '';
  return (['linux', 'win32', 'darwin'] as const).some((platform) => isUsable(parsed, platform));
}

const aKey = forExample('Control+Alt+K');

/** Every setting as a policy writes it. */
export const PolicySettings = v.partial(
  v.strictObject({
    ...Settings.entries,
    hotkey: v.pipe(Settings.entries.hotkey, v.check(isKey, aKey)),
    boxKey: v.pipe(Settings.entries.boxKey, v.check(isKey, aKey)),
    rules: v.pipe(v.array(PolicyRule), v.maxLength(mostOwnRules)),
  }),
);

const isAddress = (address: string) => parseEndpoint(address, { allowPlainHttp: true }).ok;

/** Of the sign-in form as a policy writes it. There is no place for a key or a secret: everybody at a computer can read the file. */
export const PolicyAccount = v.partial(
  v.strictObject({
    ...SignInForm.entries,
    address: v.pipe(SignInForm.entries.address, v.check(isAddress, forExample('pbx.example.com'))),
    extension: v.pipe(
      SignInForm.entries.extension,
      v.check((typed) => Boolean(readExtension(typed)), forExample('101')),
    ),
    /** Empty: none. */
    agentId: v.pipe(
      SignInForm.entries.agentId,
      v.check((typed) => readExtension(typed) !== null, forExample('2001')),
    ),
  }),
);
/** A folder: what lies in it is found below its last slash. */
const aFeed = forExample('https://it.example.com/companion/');
const FeedAddress = v.pipe(
  Line(500),
  v.regex(new RegExp(`^https:\\/\\/${host}(?::${port})?\\/(?:[^\\s?#@]*\\/)?$`), aFeed),
  v.check((address) => isHost(hostIn(address)), aFeed),
);

/** What an Ed25519 public key looks like (SPKI, base64): the line between the two of `openssl pkey -pubout`. */
const FeedKey = v.pipe(
  v.string(),
  v.regex(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/, forExample('MCowBQYDK2VwAyEA…')),
);

/** Where newer versions are looked for, and whose signature says that they are meant. Nobody but IT chooses where programs come from. */
export const FeedSource = v.strictObject({
  feed: FeedAddress,
  /** Several, while one takes another's place: what any of them signed is taken. */
  key: v.union([FeedKey, v.pipe(v.array(FeedKey), v.minLength(1), v.maxLength(5))]),
});
export type FeedSource = v.InferOutput<typeof FeedSource>;

/**
 * All that a policy may say. `policy.ts` reads it part by part; from this the JSON Schema is made (`build/policy/schema.ts`), and one
 * more part is one more entry.
 */
export const PolicyFile = v.object({
  /** For editors. */
  $schema: v.optional(v.string()),
  rules: v.optional(v.pipe(v.array(PolicyRule), v.maxLength(mostRules))),
  settings: v.optional(PolicySettings),
  presets: v.optional(PolicySettings),
  account: v.optional(
    v.strictObject({ settings: v.optional(PolicyAccount), presets: v.optional(PolicyAccount) }),
  ),
  ownRules: v.optional(v.boolean()),
  /** `openIn` may be an address without encryption, IT's as well as a person's. */
  openInPlainHttp: v.optional(v.boolean()),
  updates: v.optional(FeedSource),
});
