import { parsed } from '../util/parsed.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** How many places are tried: bounds the work that a hostile reply can ask for. */
const mostTries = 8;

/** A whole page, as a login form or a proxy sends it: what looks like a reply inside a script of it is none. */
const page = /<(?:!doctype|html|head|body|script)\b/i;

/**
 * The API's object in what PHP sent. Display of errors is on in many installations: warnings and notices, with or
 * without HTML, stand in front of the JSON or behind it. Returns the one object that `isReply` knows; `null` where
 * there is none, or where several contradict each other by `sameAs`.
 */
export function jsonInNoise(
  text: string,
  isReply: (value: unknown) => value is JsonObject,
  sameAs: (a: JsonObject, b: JsonObject) => boolean,
): JsonObject | null {
  const whole = parsed(text);
  // Where everything is JSON it is the reply or another API's; nothing inside it is looked for.
  if (whole !== undefined) return isReply(whole) ? whole : null;

  let found: JsonObject | null = null;
  let noise = '';
  const start = /\{\s*["}]/g;
  let after = 0;
  for (let tries = 0; tries < mostTries; tries++) {
    start.lastIndex = after;
    const at = start.exec(text)?.index;
    if (at === undefined) break;
    const end = endOfObject(text, at);
    const value = end === null || isInside(text, at) ? undefined : parsed(text.slice(at, end));
    noise += text.slice(after, at);
    if (value === undefined || end === null) {
      after = at + 1;
      continue;
    }
    after = end;
    if (!isReply(value)) continue;
    if (found && !sameAs(found, value)) return null;
    found ??= value;
  }
  noise += text.slice(after);
  return found && !page.test(noise) ? found : null;
}

/** A piece of an outer value that was cut off must not pass for a reply of its own. */
function isInside(text: string, at: number): boolean {
  return /(?:"\s*:|[[,])\s*$/.test(text.slice(Math.max(0, at - 100), at));
}

/** One past the brace that closes the one at `start`; `null` where nothing closes it. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const unit = text[at];
    if (inString) {
      if (unit === '\\') at++;
      else if (unit === '"') inString = false;
    } else if (unit === '"') inString = true;
    else if (unit === '{') depth++;
    else if (unit === '}' && --depth === 0) return at + 1;
  }
  return null;
}
