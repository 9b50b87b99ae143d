import { asciiDigits } from '../util/digits.ts';

/** Extensions are digits on most PBXs; names with letters exist in Asterisk (`PJSIP/front-desk`). */
const shape = /^[\p{L}\p{N}_.-]{1,40}$/u;

/** What a channel or an address of SIP has before the extension, and what it has behind it. */
const technology = /^(?:(?:pj)?sip|iax2?|sccp|skinny|dahdi|local|agent)\s*[/:]\s*/i;
const host = /@[\w.:[\]-]+(?:[;/].*)?$/;
const uniquePart = /-[0-9a-f]{8}$/i;
/** What a person writes before one. */
const label =
  /^(?:(?:ext(?:ension)?|agent|x)\b[\s.:#]*(?=\d)|x(?=\d)|(?:เบอร์ภายใน|เบอร์ต่อ|เบอร์|ต่อ|เอเจนต์)[\s.:]*)/i;
const around = /^[\s"'“”‘’«»<>()[\]]+|[\s"'“”‘’«»<>()[\].,;:]+$/g;

/**
 * An extension or an agent's id out of what was typed or pasted: `SIP/101`, `sip:101@pbx.example.com`, `10 1` and `๑๐๑` are 101.
 * `null`: it cannot be meant. Empty: nothing was typed.
 */
export function readExtension(typed: string): string | null {
  const text = asciiDigits(typed.normalize('NFKC').replace(/\p{Cf}/gu, '')).replace(around, '');
  if (text === '') return '';
  const onChannel = technology.test(text);
  const rest = text.replace(technology, '').replace(host, '').replace(label, '');
  const bare = onChannel ? rest.replace(uniquePart, '') : rest;
  // Between digits a blank is there for the eye; between words it makes two of them.
  const joined = /^[\d\s]+$/.test(bare) ? bare.replace(/\s/g, '') : bare.trim();
  return shape.test(joined) ? joined : null;
}
