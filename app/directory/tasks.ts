import type { Asked } from '../contacts/formats/read.ts';
import type { LdapChoice } from '../contract/directory.ts';
import type { Reply } from '../contract/failures.ts';
import type { TrustedCertificate } from '../contract/trust.ts';
import type { Wrong } from '../trust/leaf.ts';
import type { Colleague } from './person.ts';

/** What its thread needs to ask a directory of LDAP. */
export interface LdapTask {
  readonly choice: LdapChoice;
  readonly password: string | null;
  /** Where Linux keeps whom it trusts. */
  readonly trusted: readonly string[];
  readonly pins: readonly TrustedCertificate[];
  readonly country: string;
}

/** What the thread is asked to do. Of whom it has read, `more` gives the next few: thousands at once would hold the program up. */
export type Task =
  | { readonly task: 'file'; readonly bytes: Uint8Array; readonly country: string }
  | { readonly task: 'kept'; readonly text: string }
  | ({ readonly task: 'load' } & LdapTask)
  | { readonly task: 'more' }
  | ({ readonly task: 'ask'; readonly typed: string } & LdapTask)
  | ({ readonly task: 'callers'; readonly numbers: readonly string[] } & LdapTask);

/** `text`: those people as they are kept; empty where they came from there. */
export interface Read {
  readonly count: number;
  readonly text: string;
}

export interface Answers {
  readonly file: Reply<Read>;
  readonly kept: Reply<Read>;
  readonly load: Reply<Read>;
  readonly more: readonly Colleague[];
  readonly ask: Reply<readonly Colleague[]>;
  readonly callers: Reply<readonly Colleague[]>;
}

/** A server's certificate, before anything is sent there: as it was presented (DER, its own first), and what is wrong with it. */
export interface Seen {
  readonly host: string;
  readonly chain: readonly Uint8Array[];
  readonly wrong: Wrong | null;
}

/** What the thread gives. */
export type Message =
  | { readonly seen: Seen }
  | { readonly id: number; readonly answer: Answers[Task['task']] };

/** What the thread gets: a file of contacts of a person's own, or a task with its number. */
export type Letter = Asked | { readonly id: number; readonly task: Task };
