import type { Channel } from './channels.ts';

/**
 * The channel of a further phone of the owner's, as that of the extension itself. Such endpoints are named after the extension:
 * `101-mobile`, `home_101`, or `99101`, as FreePBX calls the phone in the browser. A name alone tells nothing, for 99101 may be a
 * colleague: `isTheirs` says whether the row gives that side of the call the extension's number as well.
 */
export function asOwn(channel: Channel, extension: string, isTheirs: () => boolean): Channel {
  if (channel.kind !== 'peer' || channel.peer === extension || !channel.peer.includes(extension))
    return channel;
  return isNamedAfter(channel.peer, extension) && isTheirs() ? { ...channel, peer: extension } : channel;
}

/** `101-mobile`, `home_101`, `99101`. */
export function isNamedAfter(peer: string, extension: string): boolean {
  const parts = peer.split(/[-_.@+]/);
  if (parts.length > 1) return parts.includes(extension);
  return peer.endsWith(extension) && /^9\d$/.test(peer.slice(0, -extension.length));
}
