import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { projectFolder } from './project.ts';
import { type Outcome, type RunOptions, run } from './run.ts';
import { CannotGoOn } from './say.ts';

/**
 * Runs the npm that runs this script, or the one in the PATH. In the project's folder, so that the person's registry,
 * proxy and certificates apply as they did for `npm install`.
 */
export function npm(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const script = process.env.npm_execpath;
  const [file, ...before] =
    script?.endsWith('.js') === true
      ? [process.execPath, script]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  return run(file as string, [...before, ...args, '--no-audit', '--no-fund', '--no-update-notifier'], {
    cwd: projectFolder,
    ...options,
  });
}

export interface Pinned {
  readonly name: string;
  readonly version: string;
  /** As in a lock file: `sha512-` and base64. */
  readonly integrity: string;
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** Fetches a package's archive into a folder and gives its path. What does not match the pinned integrity is refused. */
export async function fetchPackage(what: Pinned, into: string): Promise<string> {
  const spec = `${what.name}@${what.version}`;
  const packed = await npm(
    ['pack', spec, '--pack-destination', into, '--loglevel=error', '--ignore-scripts', '--prefer-offline'],
    { keep: 'stdout', limit: 15 * 60_000 },
  );
  if (packed.code !== 0) {
    throw new CannotGoOn(`npm could not fetch ${spec}. See why with: npm pack ${spec} --dry-run`);
  }
  // npm names the file after the package, the scope's slash as a dash.
  const file = path.join(into, `${spec.replace(/^@/, '').replace('/', '-').replace('@', '-')}.tgz`);
  if ((await integrityOf(file)) !== what.integrity) {
    throw new CannotGoOn(
      `${spec} is not the package that was tested here: its checksum differs. It is not used.`,
    );
  }
  return file;
}
