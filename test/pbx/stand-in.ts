import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { answerTo } from './actions.ts';
import { type Answer, refusal } from './answers.ts';
import { type CdrRow, type RowOrder, seeded } from './cdr.ts';
import {
  type CertificateName,
  type ServerCertificate,
  testAuthority,
  testCertificate,
} from './certificates.ts';
import { watchConnections } from './connections.ts';
import { deliver, send } from './deliver.ts';
import { dialledRow } from './dialled-row.ts';
import { altered, type Fault, isDelivery, notFound, turnedDown } from './faults.ts';
import {
  type Action,
  type AuthWay,
  actions,
  parametersOf,
  parseRequest,
  type ReceivedRequest,
  readBody,
  textOf,
} from './requests.ts';
import { sampleRecording, sampleRecordingsByHand, sampleRows } from './samples.ts';

export type { CdrRow } from './cdr.ts';
export type { Fault } from './faults.ts';
export type { Action, AuthWay, ReceivedRequest } from './requests.ts';

export interface PbxOptions {
  port: number;
  host: string;
  /** Certificates by name are the test material of `certificates/`. */
  tls: false | CertificateName | ServerCertificate;
  /** Offers HTTP/2 beside HTTP/1.1, where there is TLS. */
  http2: boolean;
  apiKey: string;
  apiSecret: string;
  /** Where a token is looked for. Without `header` it behaves like PHP behind FastCGI, which drops that one. */
  accepts: readonly AuthWay[];
  /** How wrong credentials are answered. */
  turnDown: 401 | 403 | 'success-false';
  /** Its clock, as the `Date` of its replies tells it. */
  now: () => number;
  /** Whose local time `calldate`, `startTime` and `endTime` are. */
  timeZone: string;
  rows: readonly CdrRow[];
  /** A silent cap below the `numRecords` asked for. */
  maxRows: number;
  order: RowOrder;
  /** `php82`: integers for the integer columns. */
  columnsAs: 'strings' | 'php82';
  recordings: (filename: string) => Uint8Array | null;
  /** File names by unique id, for the recordings that their rows do not name. */
  recordingsByHand: ReadonlyMap<string, string>;
  /** `leave-row`: an accepted dial appears in `cdrapi`, with a recording, `callLastsMs` after it was asked for. */
  onDial: 'nothing' | 'leave-row';
  callLastsMs: number;
  /** How long an idle connection is kept. Long by default, so that a test finds a warm connection warm. */
  keepAliveMs: number;
}

export interface Dial {
  readonly ext?: string;
  readonly agent?: string;
  readonly tel: string;
}

export interface Pbx {
  /** `http://127.0.0.1:40001`, say. */
  readonly origin: string;
  readonly port: number;
  /** What a client has to trust, in PEM; null without TLS. */
  readonly certificate: string | null;
  /** Every request that arrived whole, in order, whatever was answered. May be emptied by a test. */
  readonly received: ReceivedRequest[];
  /** TCP connections taken so far, those included that carried no request. */
  connections(): number;
  /** Every dial and dialqm that was let in, in order, also where a fault spoilt the answer: the phone rang. */
  dials(): Dial[];
  /** What the next answers to an action do: all of them, or so many. A fault for the action goes before one for `*`. */
  fault(action: Action | '*', fault: Fault | null, times?: number): void;
  /** Resolves as soon as the requests received pass the test, at once where they do. */
  until(test: (received: readonly ReceivedRequest[]) => boolean): Promise<void>;
  /** What `cdrapi` knows; push to it, or empty it. */
  readonly rows: CdrRow[];
  /** Ends every connection. */
  close(): Promise<void>;
}

const defaults = (): PbxOptions => ({
  port: 0,
  host: '127.0.0.1',
  tls: false,
  http2: false,
  apiKey: 'demo-key',
  apiSecret: 'demo-secret',
  accepts: ['header', 'body', 'query'],
  turnDown: 401,
  now: Date.now,
  timeZone: 'Asia/Bangkok',
  rows: sampleRows(),
  maxRows: Number.POSITIVE_INFINITY,
  order: 'inserted',
  columnsAs: 'strings',
  recordings: sampleRecording,
  recordingsByHand: sampleRecordingsByHand,
  onDial: 'nothing',
  callLastsMs: 50,
  keepAliveMs: 60_000,
});

const sampleOfDialled = 'out-0812340006-101-20261123-133607-1795415765.0.wav';

/** A promptCall PBX as far as its web API goes: a real server that can be told to misbehave. */
export async function startPbx(options: Partial<PbxOptions> = {}): Promise<Pbx> {
  const o: PbxOptions = { ...defaults(), ...options };
  const certificate = o.tls === false || typeof o.tls === 'object' ? o.tls : testCertificate(o.tls);
  const received: ReceivedRequest[] = [];
  const rows = [...o.rows];
  const faults = new Map<Action | '*', { readonly fault: Fault; left: number }>();
  const dialledRecordings = new Set<string>();
  const arrivals = new EventEmitter();
  const closing = new AbortController();
  let dialled = 0;

  const office = {
    ...o,
    rows,
    random: seeded(1),
    recordings(name: string) {
      if (!dialledRecordings.has(name)) return o.recordings(name);
      // An office that is made up knows its own recordings only.
      return o.recordings(sampleOfDialled) ?? sampleRecording(sampleOfDialled);
    },
  };

  const server = serverFor(certificate, o.http2);
  server.keepAliveTimeout = o.keepAliveMs;
  const connections = watchConnections(server);

  function takeFault(action: Action | null): Fault | null {
    for (const of of action ? [action, '*' as const] : ['*' as const]) {
      const set = faults.get(of);
      if (!set) continue;
      set.left -= 1;
      if (set.left <= 0) faults.delete(of);
      return set.fault;
    }
    return null;
  }

  async function leaveRow(request: ReceivedRequest): Promise<void> {
    const parameters = parametersOf(request);
    const serial = 1_000 + dialled++;
    await after(o.callLastsMs, undefined, { signal: closing.signal });
    const row = dialledRow({
      extension: textOf(parameters.ext ?? parameters.agent),
      tel: textOf(parameters.tel),
      startedAt: request.at,
      seconds: Math.max(2, Math.round(o.callLastsMs / 1_000)),
      serial,
      timeZone: o.timeZone,
    });
    dialledRecordings.add(row.recordingfile ?? '');
    rows.push(row);
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const connection = connections.take(incoming.socket);
    // Writing to a client that has left is part of the game.
    response.on('error', () => undefined);
    response.setHeader('date', new Date(o.now()).toUTCString());
    const bytes = await readBody(incoming);
    if (bytes === null) {
      response.setHeader('connection', 'close');
      send(response, refusal('Request body too large', 413));
      return;
    }
    const request = parseRequest(incoming, bytes, connection, o);
    received.push(request);
    const action = actions.find((name) => name === request.action) ?? null;
    const answer = answerOf(request, action);
    const fault = takeFault(action);
    arrivals.emit('one');

    const rang = action === 'dial' || action === 'dialqm';
    const turnedAway = fault?.kind === 'refuse' || fault?.kind === 'status';
    if (o.onDial === 'leave-row' && rang && answer.json?.success === true && !turnedAway) {
      detach(leaveRow(request));
    }

    if (fault === null) send(response, answer);
    else if (isDelivery(fault)) {
      await deliver(answer, fault, { response, hangUp: connection.hangUp, signal: closing.signal });
    } else send(response, altered(answer, fault, request));
  }

  function answerOf(request: ReceivedRequest, action: Action | null): Answer {
    if (request.action === null && request.path !== '/pbxws.php') return notFound();
    if (request.method !== 'GET' && request.method !== 'POST') {
      const refused = refusal('Method not allowed', 405);
      return { ...refused, headers: { ...refused.headers, allow: 'GET, POST' } };
    }
    if (!request.authenticated) return turnedDown(o.turnDown);
    return action ? answerTo(action, request, office) : refusal('Unknown action');
  }

  /** Work that the stand-in's closing, or a client that left, may cut short; anything else is a bug here. */
  function detach(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (closing.signal.aborted || hasCode(error, 'ECONNRESET')) return;
      throw error;
    });
  }

  server.on('request', (incoming, response) => detach(handle(incoming, response)));
  server.listen(o.port, o.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = o.host.includes(':') ? `[${o.host}]` : o.host;

  return {
    origin: `${certificate ? 'https' : 'http'}://${host}:${port}`,
    port,
    certificate: trusted(o.tls, certificate),
    received,
    rows,
    connections: connections.count,
    dials: () => received.flatMap(dialOf),
    fault(action, fault, times = Number.POSITIVE_INFINITY) {
      if (fault === null) faults.delete(action);
      else faults.set(action, { fault, left: times });
    },
    async until(test) {
      while (!test(received)) await once(arrivals, 'one', { signal: closing.signal });
    },
    async close() {
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      connections.endAll();
      await closed;
    },
  };
}

function serverFor(certificate: ServerCertificate | false, http2: boolean): Server {
  if (!certificate) return createServer();
  // Its certificate may be one that nobody should take, and OpenSSL itself would not present.
  if (!http2) return createTlsServer({ ...certificate, ciphers: 'DEFAULT@SECLEVEL=0' });
  // Node's own layer of compatibility: requests and replies look as those of HTTP/1.1 do.
  return createSecureServer({ ...certificate, allowHTTP1: true }) as unknown as Server;
}

function trusted(tls: PbxOptions['tls'], own: false | ServerCertificate): string | null {
  if (own === false) return null;
  return typeof tls === 'object' || tls === 'self-signed' ? own.cert : testAuthority();
}

function dialOf(request: ReceivedRequest): Dial[] {
  if (!request.authenticated || (request.method !== 'GET' && request.method !== 'POST')) return [];
  const parameters = parametersOf(request);
  const tel = textOf(parameters.tel);
  if (request.action === 'dial') return [{ ext: textOf(parameters.ext), tel }];
  if (request.action === 'dialqm') return [{ agent: textOf(parameters.agent), tel }];
  return [];
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
