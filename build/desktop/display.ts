import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { run } from '../run.ts';
import { CannotGoOn } from '../say.ts';
import { type Service, startService } from './service.ts';

export interface Display {
  readonly service: Service;
  readonly env: NodeJS.ProcessEnv;
}

async function addCookie(authority: string, display: string, cookie: string): Promise<void> {
  const done = await run('xauth', ['-f', authority, 'add', display, '.', cookie]);
  if (done.code !== 0) throw new CannotGoOn(`xauth failed: ${done.output.trim()}`);
}

/** Starts a virtual display on a free number, which only holders of its cookie can open. */
export async function startDisplay(work: string): Promise<Display> {
  const authority = path.join(work, 'Xauthority');
  const cookie = randomBytes(16).toString('hex');
  // The server takes every cookie of the file, whatever display it is for; its own number it tells only later.
  await addCookie(authority, ':0', cookie);
  const service = await startService(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-auth', authority, '-noreset'],
    { readyOn: 3 },
  );
  const display = `:${service.firstLine}`;
  await addCookie(authority, display, cookie);
  return { service, env: { DISPLAY: display, XAUTHORITY: authority } };
}
