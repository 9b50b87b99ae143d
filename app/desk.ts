import { openDoors } from './desk-doors.ts';
import type { Given } from './desk-given.ts';
import { openParts } from './desk-parts.ts';
import { startDesk } from './desk-start.ts';

/** All that the program does once its window is being made. A file of its own is read while the page starts. */
export async function openDesk(given: Given): Promise<void> {
  const parts = await openParts(given);
  await startDesk(given, parts, openDoors(given, parts));
}
