import { type Failure, fail, ok, type Reply } from '../contract/failures.ts';
import { openZone } from '../util/zone.ts';
import type { Account } from './account.ts';
import { secretsOf } from './authentication.ts';
import { type CdrReply, isEmptyWindow, type RowSink, readCdrReply } from './cdr-rows.ts';
import type { Action } from './endpoint.ts';
import { defaultLimits, type LimitsFor } from './limits.ts';
import { type Mask, maskSecrets } from './plain-text.ts';
import { readReply } from './replies.ts';
import { buildRequest, type Fields } from './requests.ts';
import {
  failureOf,
  type HttpReply,
  type HttpRequest,
  type Limits,
  type StreamingTransport,
  type Transport,
  TransportError,
} from './transport.ts';
import { type Asked, phoneTroubleIn } from './turned-down.ts';

/** Times on the PBX's clocks (`Zone.write`), without an offset: a person who travels asks the same PBX. */
export interface CdrWindow {
  /** Most rows returned. */
  readonly numRecords: number;
  readonly startTime: string;
  readonly endTime: string;
}

export type RecordingFilter =
  | { readonly filename: string }
  | { readonly uniqueid: string }
  | { readonly src: string; readonly dst: string; readonly calldate: string };

export interface Pbx {
  /** Asks for a call, once. `unknown-outcome`: nothing tells whether the PBX took it. */
  dial(call: { readonly tel: string }): Promise<Reply<{ readonly message: string }>>;
  /** `open` makes what takes the rows of a reply; what took those of a reply that failed is dropped. */
  cdr<Sink extends RowSink>(window: CdrWindow, open: () => Sink): Promise<Reply<CdrReply<Sink>>>;
  /** Proves the credentials by a request that changes nothing. */
  check(now: Date): Promise<Reply<null>>;
}

export interface PbxParts {
  readonly transport: Transport;
  /** For rows, which are looked at one by one while they come. */
  readonly streaming: StreamingTransport;
  readonly account: Account;
  readonly timeZone?: string;
  /** The proxy by which the PBX is asked, for the help desk; `null` where there is none. */
  readonly through?: () => Promise<string | null>;
  /** In place of the default limits of every request. */
  readonly limits?: Partial<Limits>;
}

const aDay = 24 * 60 * 60 * 1_000;

export function createPbx(parts: PbxParts): Pbx {
  const { transport, streaming, account, timeZone = 'Asia/Bangkok', limits = {} } = parts;
  const through = parts.through ?? (async () => null);
  const { extension, agentId } = account;
  const hide = maskSecrets(secretsOf(account));

  function requestFor(action: Action, fields: Fields, use: LimitsFor, once = false): HttpRequest {
    return buildRequest(account, action, fields, { once, limits: { ...defaultLimits[use], ...limits } });
  }

  function send(...asked: Parameters<typeof requestFor>): Promise<HttpReply> {
    return transport(requestFor(...asked));
  }

  async function byWhichWay(failure: Failure): Promise<{ ok: false; failure: Failure }> {
    const proxy = await through();
    return { ok: false, failure: proxy === null ? failure : { ...failure, proxy: proxy.slice(0, 300) } };
  }

  /** A request that failed is a value, too. */
  async function arrival<T>(read: () => Promise<Reply<T>>): Promise<Reply<T>> {
    let failure: Failure;
    try {
      const reply = await read();
      if (reply.ok) return reply;
      failure = reply.failure;
    } catch (error) {
      failure = failureOf(error);
    }
    return await byWhichWay(failure);
  }

  return {
    async dial({ tel }) {
      if (tel === '') return fail('not-a-number');
      const sent =
        agentId === null
          ? send('dial', { tel, ext: extension }, 'dial', true)
          : send('dialqm', { tel, agent: agentId }, 'dial', true);
      const reply = await placed(sent, hide);
      if (reply.ok) return reply;
      return await byWhichWay(ofPhone(reply.failure, { tel, extension, agentId }));
    },

    cdr: (window, open) =>
      arrival(async () => {
        const request = requestFor('cdrapi', fieldsOf(window), 'cdr');
        // Nobody breaks a question off: it ends by itself, and what is not wanted any more is dropped then.
        const reply = await streaming(request, new AbortController().signal);
        return await readCdrReply(reply, open, hide);
      }),

    async check(now) {
      const zone = openZone(timeZone);
      const [startTime, endTime] = [zone.write(now.getTime() - aDay), zone.write(now.getTime())];
      const fields = fieldsOf({ numRecords: 1, startTime, endTime });
      return await arrival(async () => {
        const reply = readReply(await send('cdrapi', fields, 'check'), hide);
        return reply.ok || isEmptyWindow(reply.failure) ? ok(null) : reply;
      });
    },
  };
}

function fieldsOf({ numRecords, startTime, endTime }: CdrWindow): Fields {
  return { numRecords: String(numRecords), startTime, endTime };
}

/**
 * The only definite answers to a call are "placed", "refused" and "who are you?", of the PBX or of a proxy (407), and that the request
 * never left. After anything else the phone may be ringing: a lost reply, a 500 of a script that had already rung, a page of a proxy.
 */
async function placed(sent: Promise<HttpReply>, hide: Mask): Promise<Reply<{ readonly message: string }>> {
  let http: HttpReply;
  try {
    http = await sent;
  } catch (error) {
    const failure = failureOf(error);
    const never = error instanceof TransportError && error.sent === 'no';
    return never ? { ok: false, failure } : unknown(failure);
  }
  const reply = readReply(http, hide);
  if (reply.ok) return ok({ message: reply.value.msg });
  const { code } = reply.failure;
  return code === 'refused' || code === 'unauthorised' || code === 'proxy' ? reply : unknown(reply.failure);
}

/** A call that was refused for the sake of the phone is told as that. */
function ofPhone(failure: Failure, asked: Asked): Failure {
  const trouble = failure.code === 'refused' ? phoneTroubleIn(failure.message ?? '', asked) : null;
  if (trouble === null) return failure;
  // An agent's phone is whichever they logged in on.
  const phone =
    trouble === 'agent-logged-out' ? asked.agentId : asked.agentId === null ? asked.extension : null;
  return { ...failure, code: trouble, ...(phone === null ? {} : { phone }) };
}

function unknown({ code, ...more }: Failure): { ok: false; failure: Failure } {
  return fail('unknown-outcome', { ...more, cause: code });
}
