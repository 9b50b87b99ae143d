import * as v from 'valibot';

/** `proxy.example.com:3128`, with what is spoken with it before, where that is not HTTP. Never a password: this is read by everybody. */
const Server = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(/^(?:(?:https?|socks[45]?):\/\/)?(?:[^\s/@:[\]]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}$/),
);
const Script = v.pipe(v.string(), v.maxLength(2_000), v.regex(/^(?:https?|file):\/\/[^\s@]+$/));

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
