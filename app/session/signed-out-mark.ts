import { closeSync, existsSync, openSync, rmSync } from 'node:fs';

/**
 * An empty file that says that nobody is signed in, whatever the settings say. A disk that is full has no room to write the settings
 * anew, and room for this.
 */
export interface SignedOutMark {
  isSet(): boolean;
  /** Throws where the disk takes nothing at all. */
  set(): void;
  /** Throws where the disk does not let it go. */
  remove(): void;
}

export function signedOutMark(file: string): SignedOutMark {
  return {
    isSet: () => existsSync(file),
    set: () => closeSync(openSync(file, 'w', 0o600)),
    remove: () => rmSync(file, { force: true }),
  };
}
