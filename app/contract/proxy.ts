import * as v from 'valibot';
import { addresses, forExample, host, isOfHost, port } from './hosts.ts';

/** `proxy.example.com:3128`, with what is spoken with it before, where that is not HTTP. */
const aServer = forExample('proxy.example.com:3128');
const Server = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(new RegExp(`^${addresses.proxy}$`), aServer),
  v.check(isOfHost, aServer),
);
const aScript = forExample('http://proxy.example.com/proxy.pac');
const Script = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.regex(new RegExp(`^${addresses.script}$`), aScript),
  v.check(isOfHost, aScript),
);

/** By which proxy the PBX is asked. */
export const ProxyChoice = v.variant('use', [
  /** What the desktop or the environment says. */
  v.strictObject({ use: v.literal('system') }),
  v.strictObject({ use: v.literal('none') }),
  v.strictObject({ use: v.literal('server'), address: Server }),
  /** A PAC file chooses. */
  v.strictObject({ use: v.literal('script'), address: Script }),
]);
export type ProxyChoice = v.InferOutput<typeof ProxyChoice>;

/** A proxy that wants to know who asks. */
export const ProxyQuestion = v.strictObject({
  /** `proxy.example.com:3128`. */
  proxy: v.string(),
  /** It was told, and did not take it. */
  wrong: v.boolean(),
  user: v.string(),
});
export type ProxyQuestion = v.InferOutput<typeof ProxyQuestion>;

export const ProxyLogin = v.strictObject({
  user: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  password: v.pipe(v.string(), v.maxLength(1_000)),
});
export type ProxyLogin = v.InferOutput<typeof ProxyLogin>;

const aName = forExample('proxy.example.com:3128');
/** The same with the one proxy that is told it, as **Details** names it: whichever stands in the way would get it otherwise. */
export const NamedProxyLogin = v.strictObject({
  proxy: v.pipe(
    v.string(),
    v.maxLength(300),
    v.regex(new RegExp(`^${host}:${port}$`), aName),
    v.check(isOfHost, aName),
  ),
  ...ProxyLogin.entries,
  password: v.pipe(ProxyLogin.entries.password, v.minLength(1)),
});
export type NamedProxyLogin = v.InferOutput<typeof NamedProxyLogin>;
