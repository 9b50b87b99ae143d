import { fail, ok, type Reply } from '../failures.ts';
import type { Mask } from './plain-text.ts';
import { helpDeskLine, readReply } from './replies.ts';
import type { HttpReply } from './transport.ts';

/** No audio of this size is free of control bytes, and no refusal is longer. */
const longestRefusal = 64_000;

/**
 * A file, or the JSON that says why not. The content type tells neither: PHP sends JSON as `text/html`, and a careless
 * script sends it as the `application/octet-stream` of the file that was not found. So the bytes decide: text is no audio.
 */
export function readRecording(reply: HttpReply, hide: Mask): Reply<Uint8Array> {
  const isFile = reply.status >= 200 && reply.status < 300 && reply.body.length > 0 && !isText(reply.body);
  if (isFile) return ok(reply.body);
  const said = readReply(reply, hide);
  return said.ok
    ? fail('not-this-api', { details: helpDeskLine({ ...reply, bytes: reply.body.length }) })
    : said;
}

/** Every audio format has zeros, control bytes or broken UTF-8 in its first kilobytes: headers, silence, samples. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length > longestRefusal) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/\p{Cc}/u.test(text.replace(/\s/g, ''));
  } catch {
    return false;
  }
}
