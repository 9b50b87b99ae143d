import type { Failure } from '../contract/failures.ts';

/**
 * What goes into a ticket for the help desk: codes and the PBX's own words, in English whatever the language, because
 * it is searched for. A failure holds no address and no credential; nothing is added here that could.
 */
export function detailsOf(failure: Failure, version: string): string {
  const lines = [
    `promptCall Companion ${version}`,
    failure.cause === undefined ? failure.code : `${failure.code} (${failure.cause})`,
    failure.rule && `Rule: ${failure.rule}`,
    failure.proxy && `Connecting through proxy ${failure.proxy}`,
    failure.details,
    failure.message && `PBX: ${failure.message}`,
  ];
  return lines.filter((line) => line !== undefined && line !== '').join('\n');
}
