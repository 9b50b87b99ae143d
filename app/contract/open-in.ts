import * as v from 'valibot';
import { Line, PersonName } from './bounds.ts';
import { forExample } from './hosts.ts';

/**
 * A web address with places for what is known of a caller: `https://crm.example.com/find?phone={e164}`. A setting, and in the main process
 * alone it becomes an address that is opened (`open-in/`).
 */
export const placeholders = ['number', 'e164', 'name', 'direction', 'extension'] as const;
export type Placeholder = (typeof placeholders)[number];

/** Why a text is none. Each has words in `app/words/`. */
export const addressProblems = [
  'control',
  'blank',
  'scheme',
  'plain-http',
  'user-info',
  'place',
  'braces',
  'unknown',
  'no-placeholder',
  'not-an-address',
] as const;
export type AddressProblem = (typeof addressProblems)[number];

export const longestTemplate = 500;

/** What may stand at a placeholder. Empty where it is not known. */
export type Values = Readonly<Record<Placeholder, string>>;

/** What an address is shown with before it is kept. */
export const sample: Values = {
  number: '0812345678',
  e164: '+66812345678',
  name: 'Somchai',
  direction: 'incoming',
  extension: '101',
};
const nothing: Values = { number: '', e164: '', name: '', direction: '', extension: '' };

/** Code points of one value: a longer name is a text, and Windows opens no address of more than some 2,000 characters. */
const longestValue = 80;

/** RFC 3986: all but its unreserved characters, which is right in a path, in a query and in a fragment. */
function encoded(value: string, inPath: boolean): string {
  const plain = [...value.replace(/\p{Cc}/gu, ' ').replace(/\p{Cs}/gu, '\ufffd')]
    .slice(0, longestValue)
    .join('');
  // `.` and `..` lead elsewhere in a path, written as `%2E` too.
  if (inPath && /^\.+$/.test(plain)) return '';
  return encodeURIComponent(plain).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The address with the values at their places, as a browser writes it. Throws where the template is none that `problemOf` passed. */
export function filled(template: string, values: Values): string {
  const text = template.trim();
  const pathEnds = text.search(/[?#]/);
  const full = text.replace(/\{(\w+)\}/g, (_all, name: Placeholder, at: number) =>
    encoded(values[name], pathEnds < 0 || at < pathEnds),
  );
  return new URL(full).href;
}

/** `null`: it can be used. `plainHttp`: IT lets `http:` be used as well. */
export function problemOf(template: string, plainHttp: boolean): AddressProblem | null {
  const text = template.trim();
  // One that turns the writing around would show another place than the one that is opened.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)) return 'control';
  if (/[\s\\]/u.test(text)) return 'blank';
  const [all = '', scheme = '', authority = ''] = /^(https?):\/\/([^/?#]*)/i.exec(text) ?? [];
  if (all === '') return 'scheme';
  if (scheme.toLowerCase() === 'http' && !plainHttp) return 'plain-http';
  // Browsers take the first part of `https:///a.example.com/` for the place, and nothing here would have looked at it.
  if (authority === '') return 'not-an-address';
  if (authority.includes('@')) return 'user-info';
  if (/[{}]/.test(authority)) return 'place';
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) return 'braces';
  if (names.some((name) => !(placeholders as readonly string[]).includes(name))) return 'unknown';
  if (names.length === 0) return 'no-placeholder';
  // `%{number}` would make other characters of the first digits.
  if (/%[0-9a-f]?\{/i.test(text)) return 'braces';
  return isSame(text) ? null : 'not-an-address';
}

/** Whatever is put into it, it leads to the same place: `/..{name}` would not, where there is none. */
function isSame(text: string): boolean {
  try {
    const [full, empty] = [sample, nothing].map((values) => new URL(filled(text, values)));
    const depth = (url: URL | undefined) => url?.pathname.split('/').length;
    return (
      full?.host !== '' &&
      full?.host === empty?.host &&
      full?.username === '' &&
      full.password === '' &&
      depth(full) === depth(empty)
    );
  } catch {
    return false;
  }
}

/** Empty: nothing is opened. Whether `http:` will do is not for the schema to say. */
export const OpenInAddress = v.pipe(
  Line(longestTemplate),
  v.check(
    (text) => text === '' || problemOf(text, true) === null,
    forExample('https://crm.example.com/find?phone={e164}'),
  ),
);

/** About whom something is opened: a call of the list, somebody's number, or whoever was called last from here. `name`: as it was pressed. */
export const OpenInWish = v.variant('of', [
  v.strictObject({ of: v.literal('call'), call: Line(300), name: v.optional(PersonName) }),
  v.strictObject({ of: v.literal('contact'), number: Line(100), name: v.optional(PersonName) }),
  v.strictObject({ of: v.literal('last') }),
]);
export type OpenInWish = v.InferOutput<typeof OpenInWish>;

/** What would become of an address: why it cannot be used, or how it looks with a sample in it. */
export const OpenInTrial = v.strictObject({
  problem: v.nullable(v.picklist(addressProblems)),
  sample: v.string(),
});
export type OpenInTrial = v.InferOutput<typeof OpenInTrial>;
