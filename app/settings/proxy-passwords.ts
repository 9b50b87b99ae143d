import * as v from 'valibot';
import { ProxyLogin, type ProxyQuestion } from '../contract/proxy.ts';
import { codeOf } from '../util/code-of.ts';
import type { TimeLimit } from './credentials.ts';
import type { Keychain } from './keychain.ts';

export interface ProxyPasswordParts {
  readonly keychain: Keychain;
  /** The keychain's account name. */
  readonly entry: string;
  readonly limit: TimeLimit;
  /** What the person is asked now; `null`: nothing any more. */
  readonly asked: (question: ProxyQuestion | null) => void;
  readonly hide: (...secrets: string[]) => void;
  readonly log: (line: string) => void;
}

export type ProxyPasswords = ReturnType<typeof createProxyPasswords>;

/** The keychain's account name: one per profile, and not the one of the credentials. */
export const proxyEntry = (profile: string): string => `${profile} proxy`;

const Entry = v.object({ proxy: v.string(), ...ProxyLogin.entries });
type Entry = v.InferOutput<typeof Entry>;

/**
 * Who the proxy is told that asks. It is whoever uses the computer, and not who is signed in to the PBX: it stays when they sign out, as
 * nobody could sign in without. It goes to the proxy that it was given for, and what was turned down once goes to nobody again: a
 * company locks accounts after a few wrong passwords.
 */
export function createProxyPasswords(parts: ProxyPasswordParts) {
  const { keychain, entry, limit, asked, hide, log } = parts;
  let known: Entry | null = null;
  let isWrong = false;
  let question: ProxyQuestion | null = null;
  /** The proxy of which the person did not want to say. */
  let declined: string | null = null;
  /** The proxy that wanted to know last. */
  let last: string | null = null;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    try {
      const found = v.safeParse(v.pipe(v.string(), v.parseJson(), Entry), await limit(keychain.read(entry)));
      if (!found.success || known !== null) return;
      known = found.output;
      hide(known.password);
    } catch (error) {
      log(`the proxy's password not read: ${codeOf(error)}`);
    }
  }

  function ask(next: ProxyQuestion | null): void {
    question = next;
    asked(next);
  }

  async function keep(answered: Entry): Promise<void> {
    try {
      await limit(keychain.write(entry, JSON.stringify(answered)));
    } catch (error) {
      // Asked for again by the next run.
      log(`the proxy's password not kept: ${codeOf(error)}`);
    }
  }

  function open(): void {
    if (question !== null || last === null) return;
    const mine = known?.proxy === last ? known : null;
    ask({ proxy: last, wrong: mine !== null && isWrong, user: mine?.user ?? '' });
  }

  return {
    question: () => question,
    /** For this proxy, if there is any that it has not turned down. */
    async for(proxy: string): Promise<ProxyLogin | null> {
      reading ??= read();
      await reading;
      if (known?.proxy !== proxy || isWrong) return null;
      const { user, password } = known;
      return { user, password };
    },
    /** A proxy wants a password. `tried`: what it was told. */
    wanted(proxy: string, tried: ProxyLogin | null): void {
      const isKnown = tried !== null && known?.user === tried.user && known.password === tried.password;
      // Another answer was given since, and is worth a try.
      if (tried !== null && !isKnown) return;
      if (isKnown && !isWrong) declined = null;
      if (isKnown) isWrong = true;
      last = proxy;
      if (declined !== proxy) open();
    },
    ask: open,
    /** Used at once; kept as soon as the keychain takes it. */
    answer(login: ProxyLogin): void {
      if (question === null) return;
      const { proxy } = question;
      known = { proxy, ...login };
      isWrong = false;
      declined = null;
      hide(login.password);
      ask(null);
      void keep(known);
    },
    decline(): void {
      declined = question?.proxy ?? null;
      ask(null);
    },
    /** A person tries again: who did not want to say may want to now. */
    again(): void {
      declined = null;
    },
    async forget(): Promise<void> {
      known = null;
      isWrong = false;
      reading = Promise.resolve();
      try {
        await limit(keychain.remove(entry));
      } catch (error) {
        log(`the proxy's password not removed: ${codeOf(error)}`);
      }
    },
  };
}
