import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { testAuthority, testCertificate } from '../pbx/certificates.ts';
import { type Issued, issue } from './issue.ts';

export interface Package {
  readonly name: string;
  readonly content: Buffer;
}

export interface FeedServer {
  readonly port: number;
  /** What IT's policy names. */
  readonly source: { readonly feed: string; readonly key: string };
  readonly authority: string;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  readonly headers: readonly object[];
  /** Serves these packages with a feed that is good. `change`: what somebody makes of it before, or after, it is signed. */
  publish(version: string, packages: readonly Package[], change?: Change): void;
  /** The connection ends after so many bytes of a package. */
  cutAfter(bytes: number): void;
  /** From now on this file is answered so. */
  answer(name: string, how: (response: ServerResponse, content: Buffer) => void): void;
  put(name: string, content: string | Buffer): void;
  remove(name: string): void;
  /** It lies there now, and its place says so. */
  move(name: string, to: string): void;
  close(): Promise<void>;
}

interface Change {
  readonly before?: (text: string) => string;
  readonly after?: (text: string) => string;
}

const sum = (content: Buffer) => createHash('sha512').update(content).digest('base64');

/** A folder on an https server of IT's, with a key pair of its own. `as`: by another name than that of this computer. */
export async function startFeed(as?: { readonly host: string; readonly by: Issued }): Promise<FeedServer> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const files = new Map<string, Buffer>();
  const answers = new Map<string, (response: ServerResponse, content: Buffer) => void>();
  const redirects = new Map<string, string>();
  const asked: string[] = [];
  const headers: object[] = [];
  let cut = Number.POSITIVE_INFINITY;

  const certificate = as
    ? issue({ subject: as.host, by: as.by, names: [`DNS:${as.host}`] })
    : testCertificate('signed-by-test-ca');
  const server: Server = createServer(certificate, (request, response) => {
    const name = (request.url ?? '').replace('/companion/', '');
    asked.push(name);
    headers.push(request.headers);
    const to = redirects.get(name);
    const content = files.get(name);
    const how = answers.get(name);
    if (how !== undefined) how(response, content ?? Buffer.alloc(0));
    else if (to !== undefined) response.writeHead(302, { location: to }).end();
    else if (content === undefined) response.writeHead(404).end();
    else if (/\.(?:yml|sig)$/.test(name) || content.length <= cut) response.end(content);
    else {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, cut), () => response.socket?.destroy());
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const put = (name: string, content: string | Buffer) => void files.set(name, Buffer.from(content));

  return {
    port,
    source: {
      feed: `https://${as ? as.host : `127.0.0.1:${port}`}/companion/`,
      key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    },
    authority: testAuthority(),
    asked,
    headers,
    publish(
      version,
      packages,
      { before = (text: string) => text, after = (text: string) => text }: Change = {},
    ) {
      for (const { name, content } of packages) put(name, content);
      const lines = packages.flatMap(({ name, content }) => [
        `  - url: ${name}`,
        `    sha512: ${sum(content)}`,
        `    size: ${content.length}`,
      ]);
      const text = before([`version: ${version}`, 'files:', ...lines, ''].join('\n'));
      put('latest-linux.yml.sig', sign(null, Buffer.from(text), privateKey).toString('base64'));
      put('latest-linux.yml', after(text));
    },
    cutAfter(bytes) {
      cut = bytes;
    },
    answer: (name, how) => void answers.set(name, how),
    put,
    remove: (name) => void files.delete(name),
    move(name, to) {
      put(to, files.get(name) ?? '');
      redirects.set(name, `/companion/${to}`);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
