import type { Channel } from './channels.ts';

/**
 * The channel of a further phone of the owner's, as that of the extension itself. Such endpoints are named after the extension:
 * `101-mobile`, `home_101`, or `99101`, as FreePBX calls the phone in the browser. A name alone tells nothing, for 99101 may be a
 * colleague: the row must give that side of the call the extension's number as well.
 */
export function asOwn(channel: Channel, numbers: readonly string[], extension: string): Channel {
  if (channel.kind !== 'peer' || channel.peer === extension || !numbers.includes(extension)) return channel;
  const parts = channel.peer.split(/[-_.@+]/);
  const isNamedAfter = parts.length > 1 && parts.includes(extension);
  const isPrefixed =
    /^9\d$/.test(channel.peer.slice(0, -extension.length)) && channel.peer.endsWith(extension);
  return isNamedAfter || isPrefixed ? { ...channel, peer: extension } : channel;
}
