import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * A run of tests has its temporary folders within one of its own, which goes with all that is left in it: of a test that was ended, of a
 * program that was killed. Vitest and Playwright call this before their workers start, and what it returns once all have ended.
 */
export default function ownTemporary(): () => void {
  const before = process.env.TMPDIR;
  const own = mkdtempSync(path.join(os.tmpdir(), 'companion-tests-'));
  // A Wayland desktop is started as nobody, and has a folder of its own in there.
  chmodSync(own, 0o711);
  process.env.TMPDIR = own;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(own, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}
