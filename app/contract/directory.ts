import * as v from 'valibot';
import { Line, Natural } from './bounds.ts';
import { Failure } from './failures.ts';
import { addresses, baseName, forExample, isOfHost } from './hosts.ts';

/** So many people are in the largest of directories; more is something else. */
export const mostColleagues = 50_000;

const Path = v.pipe(Line(1_000), v.minLength(1));
/** Never a password: this is read by everybody. */
const aWebAddress = forExample('https://intranet.example.com/people.csv');
const WebAddress = v.pipe(
  Line(2_000),
  v.regex(new RegExp(`^${addresses.web}$`), aWebAddress),
  v.check(isOfHost, aWebAddress),
);
const anLdapAddress = forExample('ldaps://ad.example.com:636');
const LdapAddress = v.pipe(
  Line(300),
  v.regex(new RegExp(`^${addresses.ldap}$`), anLdapAddress),
  v.check(isOfHost, anLdapAddress),
);
const Base = v.pipe(
  Line(500),
  v.regex(new RegExp(`^${baseName}$`), forExample('ou=people,dc=example,dc=com')),
);
const aFilter = forExample('(department=Sales)');
const Filter = v.pipe(Line(2_000), v.regex(/^\([\s\S]*\)$/, aFilter));

/** A name or an object identifier, with options (`cn;lang-th`): RFC 4512 §2.5. */
const Attributes = v.pipe(
  v.array(
    v.pipe(
      v.string(),
      v.regex(/^(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)*)(?:;[A-Za-z0-9-]+)*$/, forExample('displayName')),
    ),
  ),
  v.minLength(1),
  v.maxLength(10),
);

/** By which attributes of LDAP people are named and called, best first. */
const LdapAttributes = v.strictObject({
  /** The first that is there is the name; by the others they are found as well. */
  name: v.optional(Attributes),
  company: v.optional(Attributes),
  numbers: v.optional(Attributes),
});

/** Without encryption, which only IT says is meant. */
const allowPlain = v.optional(v.boolean());

const Ldap = v.strictObject({
  from: v.literal('ldap'),
  /** `ldaps://`: encrypted from the beginning. `ldap://`: by StartTLS, and never without it unless `allowPlain`. */
  address: LdapAddress,
  /** The name below which people are looked for: `ou=people,dc=example,dc=com`. */
  base: Base,
  /** Who signs in there; nobody where it is empty. The password is in the keychain. */
  bindDn: v.optional(Line(500)),
  /** RFC 4515; whoever has a number where it is left out. */
  filter: v.optional(Filter),
  /** `all`: everybody is loaded and kept. `asked`: the server is asked as somebody types. */
  people: v.optional(v.picklist(['all', 'asked'])),
  /** Where it is `asked`: also about callers whom nobody knows. Left out: yes. */
  callers: v.optional(v.boolean()),
  attributes: v.optional(LdapAttributes),
  allowPlain,
});

/** Where the company's directory is. */
export const DirectoryChoice = v.variant('from', [
  v.strictObject({ from: v.literal('none') }),
  /** vCards or a table, in a folder of this computer or of the network. */
  v.strictObject({ from: v.literal('file'), path: Path }),
  v.strictObject({ from: v.literal('web'), address: WebAddress, allowPlain }),
  Ldap,
]);
export type DirectoryChoice = v.InferOutput<typeof DirectoryChoice>;
export type LdapChoice = v.InferOutput<typeof Ldap>;

/** What became of it, for the settings. */
export const DirectoryView = v.strictObject({
  people: Natural,
  /** When they were last known to be as they are there, in milliseconds since 1970; `null`: never. */
  at: v.nullable(v.number()),
  refreshing: v.boolean(),
  /** What went wrong the last time; what was there before stays. */
  failure: v.nullable(Failure),
  /** A password is known for who signs in there. */
  hasPassword: v.boolean(),
});
export type DirectoryView = v.InferOutput<typeof DirectoryView>;

export const DirectoryPassword = v.strictObject({ password: v.pipe(Line(1_000), v.minLength(1)) });
