import { nativeImage, type WebContents } from 'electron';

/** A file follows the pointer until its button is let go, and is dropped there. `icon`: what is seen of it meanwhile. */
export function startDrag(page: WebContents, file: string, icon: string): void {
  page.startDrag({ file, icon: nativeImage.createFromPath(icon).resize({ width: 48 }) });
}
