import type { Authentication, RequestWay } from '../contract/session.ts';
import type { Endpoint } from './endpoint.ts';

/** Everything that a request needs. Holds the credentials: never crosses to the renderer, never logged. */
export interface Account {
  readonly endpoint: Endpoint;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly authentication: Authentication;
  readonly requests: RequestWay;
  readonly extension: string;
  /** The call-centre package: calls are placed for the agent then, wherever they sit. */
  readonly agentId: string | null;
}

/** What sign-in proved: the account as it works, which may differ from the account as it was typed. */
export interface SignedIn {
  readonly account: Account;
  readonly switchedToBody: boolean;
}
