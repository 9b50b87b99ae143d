import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Listens, and never takes a connection: its only thread sleeps. */
const sleeper = `
  const server = require('node:net').createServer();
  server.listen({ port: Number(process.argv[1]), host: '127.0.0.1', backlog: 1 }, () => {
    require('node:fs').writeSync(1, server.address().port + '\\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  });
`;

export interface FullBacklog {
  readonly port: number;
  close(): void;
}

/**
 * A port of this computer on which a new connection neither stands nor fails: the kernel's queue of connections that wait to be
 * taken is full. It is how an overloaded PBX, or a firewall that drops packets, looks from here.
 */
export async function fullBacklog(at = 0): Promise<FullBacklog> {
  const child: ChildProcess = spawn(process.execPath, ['-e', sleeper, `${at}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const waiting: Socket[] = [];
  const close = () => {
    for (const socket of waiting) socket.destroy();
    child.kill('SIGKILL');
  };
  if (!child.stdout) throw new Error('a child with a pipe has its end');
  const [line] = await once(child.stdout, 'data');
  const port = Number(String(line));
  for (let tries = 0; tries < 20; tries++) {
    const socket = connect(port, '127.0.0.1');
    waiting.push(socket);
    socket.on('error', () => undefined);
    const stands = await Promise.race([
      once(socket, 'connect').then(() => true),
      new Promise<boolean>((resolve) => setTimeout(resolve, 300, false)),
    ]);
    if (!stands) return { port, close };
  }
  throw new Error('the queue never filled');
}
