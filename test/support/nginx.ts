import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { projectFolder } from '../../build/project.ts';
import type { ServerCertificate } from '../pbx/certificates.ts';
import { freePort } from './free-port.ts';
import { isListening } from './is-listening.ts';

export interface Nginx {
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The real nginx with the configuration that IT is given, of which only what is marked there is set. */
export async function startNginx(
  folder: string,
  { pbxPort, certificate }: { readonly pbxPort: number; readonly certificate: ServerCertificate },
): Promise<Nginx> {
  const port = await freePort();
  const file = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const set: readonly (readonly [string, string])[] = [
    ['/var/cache/nginx/promptcall', path.join(folder, 'cache')],
    ['server 127.0.0.1:80;', `server 127.0.0.1:${pbxPort};`],
    ['listen 4433 ssl;', `listen 127.0.0.1:${port} ssl;`],
    ['/etc/nginx/pbx.example.com.pem', file('server.pem', certificate.cert)],
    ['/etc/nginx/pbx.example.com.key', file('server.key', certificate.key)],
  ];
  let conf = readFileSync(path.join(projectFolder, 'build/nginx/promptcall-cache.conf'), 'utf8');
  for (const [from, to] of set) {
    if (conf.split(from).length !== 2) throw new Error(`not once in the configuration: ${from}`);
    conf = conf.replace(from, () => to);
  }
  const spool = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  for (const name of spool) mkdirSync(path.join(folder, name));
  const main = [
    // The folder is closed to others.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `pid ${path.join(folder, 'pid')};`,
    'events { worker_connections 4096; }',
    'http {',
    ...spool.map((name) => `${name}_temp_path ${path.join(folder, name)};`),
    `include ${file('promptcall-cache.conf', conf)};`,
    '}',
  ];
  const log = path.join(folder, 'error.log');
  const nginx = spawn(
    'nginx',
    ['-p', folder, '-e', log, '-c', file('nginx.conf', main.join('\n')), '-g', 'daemon off;'],
    { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }, stdio: 'ignore' },
  );
  await listening(port, nginx, log);
  return {
    origin: `https://127.0.0.1:${port}`,
    port,
    async close() {
      const ended = once(nginx, 'exit');
      nginx.kill('SIGTERM');
      await ended;
    },
  };
}

async function listening(port: number, nginx: ChildProcess, log: string): Promise<void> {
  let failed: unknown = null;
  nginx.once('error', (error) => {
    failed = error;
  });
  for (;;) {
    if (failed !== null) throw failed;
    if (nginx.exitCode !== null) throw new Error(readFileSync(log, 'utf8'));
    if (await isListening(port)) return;
    await after(20);
  }
}
