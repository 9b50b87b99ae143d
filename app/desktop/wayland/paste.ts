import { spawn } from 'node:child_process';
import type { Place, Reading } from '../../selection/reading.ts';
import { codeOf } from '../../util/code-of.ts';
import { formNamed, textForms } from '../x11/text-forms.ts';
import { globalsOf, waylandSocket } from './globals.ts';

/** Milliseconds. A program that takes longer hangs; the person has the key under the finger and waits. */
const ownerPatience = 700;
/** More than any number stands in; a copied book is not carried around. */
const mostBytes = 262_144;
const mostForms = 50;

/** What lets a program without the focus read what is marked and copied. GNOME has neither. */
const dataControls = ['ext_data_control_manager_v1', 'zwlr_data_control_manager_v1'];

/**
 * What is marked or copied on a Wayland desktop, whichever program has the focus, by `wl-paste` of wl-clipboard. `null` where the desktop
 * does not tell, or that program is not installed.
 *
 * Where the desktop does not tell, `wl-paste` is not started: it would take the focus from the person's program for it.
 */
export async function readWayland(place: Place, env: NodeJS.ProcessEnv): Promise<Reading | null> {
  const socket = waylandSocket(env);
  const globals = socket === null ? null : await globalsOf(socket);
  if (!dataControls.some((name) => globals?.has(name))) return null;
  const selection = place === 'marked' ? ['--primary'] : [];
  const listed = await paste([...selection, '--list-types'], env);
  if (listed.kind === 'missing') return null;
  if (listed.kind === 'failed')
    return { kind: listed.said.includes('No selection') ? 'nothing' : 'unreadable' };
  for (const { name, decode } of formsIn(listed.bytes.toString('utf8'))) {
    const pasted = await paste([...selection, '--no-newline', '--type', name], env);
    const text = pasted.kind === 'pasted' && decode(pasted.bytes)?.replaceAll('\0', '');
    if (typeof text === 'string') return { kind: 'text', text };
  }
  return { kind: 'unreadable' };
}

/** What of it is text, the best first. */
function formsIn(types: string) {
  const offered = types.split('\n').slice(0, mostForms);
  const known = [...textForms].flatMap(([name, form]) => (offered.includes(name) ? [{ name, ...form }] : []));
  if (known.some(({ isWhole }) => isWhole)) return known;
  const named = offered.flatMap((name) => {
    const form = formNamed(name);
    return form === null ? [] : [{ name, ...form }];
  });
  return [...named, ...known];
}

type Pasted =
  | { readonly kind: 'pasted'; readonly bytes: Buffer }
  | { readonly kind: 'failed'; readonly said: string }
  | { readonly kind: 'missing' };

function paste(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Pasted> {
  return new Promise((resolve) => {
    const child = spawn('wl-paste', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    let length = 0;
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve({ kind: 'failed', said: '' });
    }, ownerPatience);
    const soFar = (): Pasted => ({ kind: 'pasted', bytes: Buffer.concat(chunks).subarray(0, mostBytes) });
    child.stdout.on('data', (chunk: Buffer) => {
      // Read on: some programs end when whoever reads their text goes away, and the clipboard with them.
      if (length >= mostBytes) return;
      chunks.push(chunk);
      length += chunk.length;
      if (length >= mostBytes) resolve(soFar());
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(0, 1_000);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve(codeOf(error) === 'ENOENT' ? { kind: 'missing' } : { kind: 'failed', said: '' });
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve(status === 0 ? soFar() : { kind: 'failed', said });
    });
  });
}
