import { replaceFileSync } from './replace.ts';

/**
 * Stands in for the package `atomically` beneath electron-store, in the bundle. Where the disk has room for a part only, the package
 * takes the short write for the whole, and puts half a file in the place of the good one.
 */
export function writeFileSync(file: string, content: string | Uint8Array): void {
  replaceFileSync(file, content);
}
