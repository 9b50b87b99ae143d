import type { ClientRequest } from 'electron';
import { authorityOf, type ProxyLogin, type ProxyLogins } from '../pbx/once/reach.ts';

/** What Electron passes; its types have it as the arguments of two releases. */
interface AuthInfo {
  readonly isProxy: boolean;
  readonly host: string;
  readonly port: number;
}

/**
 * Tells a proxy who asks, once in each request: what it did not take it does not get again. `nobody`: it wants to know, and there is
 * nobody to tell it of.
 *
 * @param known whom the proxy stands before, where it is this program's own
 */
export function tellProxy(
  asked: ClientRequest,
  logins: ProxyLogins,
  known: string | undefined,
  nobody: () => void,
): void {
  let tried: ProxyLogin | null = null;
  asked.on('login', (info: AuthInfo, answer: (user?: string, password?: string) => void) => {
    void tell(info, answer);
  });

  async function tell({ isProxy, host, port }: AuthInfo, answer: (user?: string, password?: string) => void) {
    const proxy = known ?? authorityOf({ host: host.replace(/^\[|\]$/g, ''), port });
    const login = isProxy && tried === null ? await logins.for(proxy) : null;
    if (login !== null) {
      tried = login;
      answer(login.user, login.password);
      return;
    }
    if (isProxy) {
      logins.wanted(proxy, tried);
      nobody();
    }
    answer();
  }
}
