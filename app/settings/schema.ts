import * as v from 'valibot';
import { DiallingRule } from '../contract/rules.ts';
import { authentications, requestWays } from '../contract/session.ts';
import { defaults, Settings } from '../contract/settings.ts';

/** What a signed-in account needs beside its credentials. The credentials are in the keychain, never here. */
export const StoredAccount = v.object({
  /** Endpoint as `parseEndpoint` reads it: `https://HOST[:PORT]/…/pbxws.php`. */
  address: v.pipe(v.string(), v.maxLength(2_000)),
  allowPlainHttp: v.boolean(),
  extension: v.pipe(v.string(), v.maxLength(40)),
  agentId: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  authentication: v.picklist(authentications),
  requests: v.picklist(requestWays),
});
export type StoredAccount = v.InferOutput<typeof StoredAccount>;

/** The rules that fit the schema, each by itself: a bad one must not take with it those that block. */
function readRules(stored: unknown): unknown {
  return Array.isArray(stored) ? stored.filter((rule) => v.is(DiallingRule, rule)) : stored;
}

/**
 * Reads settings from what a file held. A value that does not fit falls back by itself: one bad line, edited by hand
 * or written by a later version, must not take the others with it.
 */
export function readSettings(stored: unknown): Settings {
  const found: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  found.rules = readRules(found.rules);
  const entries = Object.entries(Settings.entries).map(([key, schema]) => {
    const parsed = v.safeParse(schema, found[key]);
    return [key, parsed.success ? parsed.output : defaults[key as keyof Settings]];
  });
  return v.parse(Settings, Object.fromEntries(entries));
}

export function readAccount(stored: unknown): StoredAccount | null {
  const parsed = v.safeParse(StoredAccount, stored);
  return parsed.success ? parsed.output : null;
}
