import { _electron } from '@playwright/test';
import { fillSignIn } from '../e2e/support/companion.ts';
import type { Subject } from './program.ts';

/** Leaves the subject's profile signed in, as it is on every morning but the first. */
export async function signInOnce(subject: Subject, address: string): Promise<void> {
  const app = await _electron.launch({
    executablePath: subject.executable,
    args: [...subject.switches, subject.app],
    env: subject.env as Record<string, string>,
  });
  try {
    const page = await app.firstWindow();
    await fillSignIn(page, { address });
    await page.getByRole('tab', { name: 'Dial pad' }).waitFor();
  } finally {
    await app.close();
  }
}
