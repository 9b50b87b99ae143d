import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder for the test that runs, gone when it has ended. */
export function temporaryFolder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'companion-test-'));
  onTestFinished(() => {
    // A test may have taken away the right to write there.
    chmodSync(made, 0o700);
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}
