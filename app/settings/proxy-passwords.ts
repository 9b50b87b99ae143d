import * as v from 'valibot';
import { type NamedProxyLogin, ProxyLogin, type ProxyQuestion } from '../contract/proxy.ts';
import type { ProxyLogins } from '../pbx/once/reach.ts';
import { createKeptPassword, type KeptPasswordParts, type SwappedPassword } from './kept-password.ts';

export interface ProxyPasswordParts extends KeptPasswordParts {
  /** What the person is asked now; `null`: nothing any more. */
  readonly asked: (question: ProxyQuestion | null) => void;
}

export type ProxyPasswords = ReturnType<typeof createProxyPasswords>;

/** The keychain's account name: one per profile, and not the one of the credentials. */
export const proxyEntry = (profile: string): string => `${profile} proxy`;

const Entry = v.object({ proxy: v.string(), ...ProxyLogin.entries });

/**
 * Who the proxy is told that asks. It is whoever uses the computer, and not who is signed in to the PBX: it stays when they sign out, as
 * nobody could sign in without. It goes to the proxy that it was given for.
 */
export function createProxyPasswords(parts: ProxyPasswordParts) {
  const { asked } = parts;
  const kept = createKeptPassword("the proxy's", Entry, parts);
  let question: ProxyQuestion | null = null;
  /** The proxy of which the person did not want to say. */
  let declined: string | null = null;
  /** The proxy that wanted to know last. */
  let last: string | null = null;

  function ask(next: ProxyQuestion | null): void {
    question = next;
    asked(next);
  }

  function open(): void {
    if (question !== null || last === null) return;
    const known = kept.now();
    const mine = known?.proxy === last ? known : null;
    ask({ proxy: last, wrong: mine !== null && kept.isWrong(), user: mine?.user ?? '' });
  }

  /** For this proxy, if there is any that it has not turned down. */
  async function loginFor(proxy: string): Promise<ProxyLogin | null> {
    const known = await kept.usable();
    if (known?.proxy !== proxy) return null;
    const { user, password } = known;
    return { user, password };
  }

  /** A proxy wants a password. `tried`: what it was told. */
  function wanted(proxy: string, tried: ProxyLogin | null): void {
    const known = kept.now();
    const isKnown = tried !== null && known?.user === tried.user && known.password === tried.password;
    // Another answer was given since, and is worth a try.
    if (tried !== null && !isKnown) return;
    if (isKnown && !kept.isWrong()) declined = null;
    if (isKnown) kept.turnedDown();
    last = proxy;
    if (declined !== proxy) open();
  }

  return {
    question: () => question,
    look: kept.look,
    for: loginFor,
    wanted,
    /** With what a set-up brings for one proxy, once, before anything of it is kept. Nobody is asked about that one. */
    trial({ proxy: its, user, password }: NamedProxyLogin): ProxyLogins {
      parts.hide(password);
      let isWrong = false;
      return {
        for: async (proxy) => (proxy !== its ? await loginFor(proxy) : isWrong ? null : { user, password }),
        wanted(proxy, tried) {
          if (proxy === its) isWrong = true;
          else wanted(proxy, tried);
        },
      };
    },
    /** What a set-up brought: used at once, in the place of what can be put back. */
    async swap(login: NamedProxyLogin): Promise<SwappedPassword> {
      const swapped = await kept.swap(login);
      declined = null;
      if (question?.proxy === login.proxy) ask(null);
      return swapped;
    },
    ask: open,
    /** Used at once; kept as soon as the keychain takes it. */
    answer(login: ProxyLogin): void {
      if (question === null) return;
      const { proxy } = question;
      declined = null;
      // What no keychain takes is asked for again by the next run.
      void kept.keep({ proxy, ...login });
      ask(null);
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
      kept.forget();
      await kept.remove();
    },
  };
}
