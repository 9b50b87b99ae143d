import { onTestFinished } from 'vitest';
import type { CdrRecord } from '../../../app/cdr/record.ts';
import type { Account } from '../../../app/pbx/account.ts';
import type { RowSink } from '../../../app/pbx/cdr-rows.ts';
import { createPbx, type Pbx, type PbxParts } from '../../../app/pbx/client.ts';
import { parseEndpoint } from '../../../app/pbx/endpoint.ts';
import type { Limits, Transport } from '../../../app/pbx/transport.ts';
import { type PbxOptions, type Pbx as StandIn, startPbx } from '../../pbx/stand-in.ts';
import { nodeTransport } from '../../support/node-transport.ts';

export const key = 'K+/y-ก:1';
export const secret = 'S3cret/+=&"ลับ';
export const token = Buffer.from(`${key}:${secret}`).toString('base64');

export interface UnderTest {
  readonly standIn: StandIn;
  readonly account: Account;
  readonly pbx: Pbx;
  readonly transports: Pick<PbxParts, 'transport' | 'streaming'>;
}

/** An account at an address; by the header and POST, for extension 101. */
export function accountAt(address: string, more: Partial<Account> = {}): Account {
  const endpoint = parseEndpoint(address, { allowPlainHttp: true });
  if (!endpoint.ok) throw new Error(`no address: ${address}`);
  return {
    endpoint: endpoint.value,
    apiKey: key,
    apiSecret: secret,
    authentication: 'header',
    requests: 'post',
    extension: '101',
    agentId: null,
    ...more,
  };
}

export function transportForTest(trust?: string): Transport {
  return transportsForTest(trust).transport;
}

/** Whole replies and streamed ones. */
export function transportsForTest(trust?: string): Pick<PbxParts, 'transport' | 'streaming'> {
  const { send, stream, close } = nodeTransport(trust === undefined ? {} : { trust });
  onTestFinished(close);
  return { transport: send, streaming: stream };
}

/** The rows of a reply, all of them. */
export function gather(): RowSink & { readonly all: CdrRecord[] } {
  const all: CdrRecord[] = [];
  return { all, row: (record) => void all.push(record) };
}

/** A PBX that runs, and a client of it; both end with the test. */
export async function underTest(
  options: {
    readonly pbx?: Partial<PbxOptions>;
    readonly account?: Partial<Account>;
    readonly limits?: Partial<Limits>;
    readonly trusted?: boolean;
  } = {},
): Promise<UnderTest> {
  const standIn = await startPbx({ apiKey: key, apiSecret: secret, ...options.pbx });
  onTestFinished(standIn.close);
  const transports = transportsForTest(options.trusted ? (standIn.certificate ?? undefined) : undefined);
  const account = accountAt(standIn.origin, options.account);
  const limits = options.limits ?? {};
  return { standIn, account, transports, pbx: createPbx({ ...transports, account, limits }) };
}
