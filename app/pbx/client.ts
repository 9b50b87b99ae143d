import type { Authentication, RequestWay } from '../contract.ts';
import { type Failure, fail, ok, type Reply } from '../failures.ts';
import { tokenOf } from './authentication.ts';
import { type CdrRecord, readRows } from './cdr-rows.ts';
import type { Action, Endpoint } from './endpoint.ts';
import { defaultLimits, type LimitsFor } from './limits.ts';
import { type Mask, maskSecrets } from './plain-text.ts';
import { readRecording } from './recording.ts';
import { type ApiReply, helpDeskLine, readReply } from './replies.ts';
import { buildRequest, type Fields } from './requests.ts';
import { type HttpReply, type Limits, type Transport, TransportError } from './transport.ts';
import { openZone } from './zone.ts';

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

/** Times on the PBX's clocks (`Zone.write`), without an offset: a person who travels asks the same PBX. */
export interface CdrWindow {
  /** Most rows returned. */
  readonly numRecords: number;
  readonly startTime: string;
  readonly endTime: string;
}

export interface CdrReply {
  readonly rows: readonly CdrRecord[];
  /** The PBX's clock, to the second: milliseconds since 1970 (`Date`, RFC 9110 §6.6.1). `null`: it does not say. */
  readonly at: number | null;
}

export type RecordingFilter =
  | { readonly filename: string }
  | { readonly uniqueid: string }
  | { readonly src: string; readonly dst: string; readonly calldate: string };

export interface Pbx {
  /** Asks for a call, once. `unknown-outcome`: nothing tells whether the PBX took it. */
  dial(call: { readonly tel: string }): Promise<Reply<{ readonly message: string }>>;
  cdr(window: CdrWindow): Promise<Reply<CdrReply>>;
  recording(filter: RecordingFilter): Promise<Reply<Uint8Array>>;
  /** Proves the credentials by a request that changes nothing. */
  check(now: Date): Promise<Reply<null>>;
}

export interface PbxParts {
  readonly transport: Transport;
  readonly account: Account;
  readonly timeZone?: string;
  /** In place of the default limits of every request. */
  readonly limits?: Partial<Limits>;
}

const aDay = 24 * 60 * 60 * 1_000;

export function createPbx({ transport, account, timeZone = 'Asia/Bangkok', limits = {} }: PbxParts): Pbx {
  const { apiKey, apiSecret, extension, agentId } = account;
  const hide = maskSecrets([tokenOf(account), apiKey, apiSecret]);

  function send(action: Action, fields: Fields, use: LimitsFor, once = false): Promise<HttpReply> {
    return transport(
      buildRequest(account, action, fields, { once, limits: { ...defaultLimits[use], ...limits } }),
    );
  }

  /** Rows, or proof that the credentials work: asked again as often as one likes. */
  async function cdrapi({ numRecords, startTime, endTime }: CdrWindow, use: LimitsFor) {
    const fields = { numRecords: String(numRecords), startTime, endTime };
    return await arrival(send('cdrapi', fields, use), hide);
  }

  return {
    async dial({ tel }) {
      if (tel === '') return fail('not-a-number');
      const sent =
        agentId === null
          ? send('dial', { tel, ext: extension }, 'dial', true)
          : send('dialqm', { tel, agent: agentId }, 'dial', true);
      return await placed(sent, hide);
    },

    async cdr(window) {
      const reply = await cdrapi(window, 'cdr');
      if (!reply.ok) return reply;
      const { api, http } = reply.value;
      const rows = readRows(api.value);
      return rows ? ok({ rows, at: dateOf(http) }) : fail('not-this-api', { details: helpDeskLine(http) });
    },

    async recording(filter) {
      try {
        return readRecording(await send('recapi', { ...filter }, 'recording'), hide);
      } catch (error) {
        return fail(...failureOf(error));
      }
    },

    async check(now) {
      const zone = openZone(timeZone);
      const [startTime, endTime] = [zone.write(now.getTime() - aDay), zone.write(now.getTime())];
      const reply = await cdrapi({ numRecords: 1, startTime, endTime }, 'check');
      return reply.ok ? ok(null) : reply;
    },
  };
}

type Arrived = { readonly api: ApiReply; readonly http: HttpReply };

async function arrival(sent: Promise<HttpReply>, hide: Mask): Promise<Reply<Arrived>> {
  try {
    const http = await sent;
    const reply = readReply(http, hide);
    return reply.ok ? ok({ api: reply.value, http }) : reply;
  } catch (error) {
    return fail(...failureOf(error));
  }
}

/**
 * The only definite answers to a call are "placed", "refused" and "who are you?", and that the request never left. After
 * anything else the phone may be ringing: a lost reply, a 500 of a script that had already rung, a page of a proxy.
 */
async function placed(sent: Promise<HttpReply>, hide: Mask): Promise<Reply<{ readonly message: string }>> {
  let http: HttpReply;
  try {
    http = await sent;
  } catch (error) {
    const [code, more] = failureOf(error);
    const never = error instanceof TransportError && error.sent === 'no';
    return never ? fail(code, more) : unknown({ code, ...more });
  }
  const reply = readReply(http, hide);
  if (reply.ok) return ok({ message: reply.value.msg });
  const { code } = reply.failure;
  return code === 'refused' || code === 'unauthorised' ? reply : unknown(reply.failure);
}

function unknown({ code, ...more }: Failure): { ok: false; failure: Failure } {
  return fail('unknown-outcome', { ...more, cause: code });
}

function dateOf({ headers }: HttpReply): number | null {
  const at = Date.parse(headers.date ?? '');
  return Number.isFinite(at) ? at : null;
}

/** Anything but a `TransportError` is a bug, and is thrown on. */
function failureOf(error: unknown): [TransportError['code'], { readonly details: string }] {
  if (!(error instanceof TransportError)) throw error;
  return [error.code, { details: error.details.slice(0, 200) }];
}
