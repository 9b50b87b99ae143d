import { isGivenName, isThaiName, isTitle } from './names.ts';
import {
  faxWord,
  isNumberWord,
  isOwner,
  isProse,
  phoneWord,
  thaiOwner,
  thaiProse,
  thaiTitled,
} from './words.ts';

/** How a word speaks for a telephone number: it leads to one; it says whose it is; or the rest of a name may follow it. */
type Word = 'prose' | 'role' | 'name' | 'unknown';

const thai = /\p{Script=Thai}/u;
const mostWords = 5;

/**
 * What stands beside a row of digits speaks for a telephone number: nothing, prose that leads to one, a telephone word, a name or a
 * role. Everything else may be what the digits are a number of; no list of that is ever whole.
 */
export function speaksForNumber(text: string, side: 'before' | 'behind'): boolean {
  if (!/\p{L}/u.test(text)) return true;
  if (occurs(phoneWord, text) || occurs(faxWord, text)) return true;
  const words = (
    text.replace(/(?:best|kind|warm) (?=regards)/gi, '').match(/[\p{L}\p{M}'’-]+/gu) ?? []
  ).flatMap(parted);
  const near = side === 'before' ? words.slice(-mostWords) : words.slice(0, mostWords);
  const rest = near
    .map((one) => ({ kind: kindOf(one), capital: thai.test(one) || /^\p{Lu}/u.test(one) }))
    .filter(({ kind }) => kind !== 'prose');
  if (rest.length === 0) return near.length > 0;
  if (side === 'behind') return rest[0]?.kind !== 'unknown';
  // `Khun Ploypraow`, `Somchai Jaidee`: right behind a title or a given name stands a part of the name.
  for (const { kind, capital } of rest.slice(-3).reverse()) {
    if (kind === 'name' || (kind === 'role' && rest.at(-1)?.kind === 'role')) return true;
    if (!capital) return false;
  }
  return false;
}

/** `Jean-Luc`, `Somchai's`. */
const parted = (one: string) =>
  one
    .replace(/['’]s$/, '')
    .split('-')
    .filter((part) => /\p{L}/u.test(part));

function kindOf(one: string): Word {
  if (thai.test(one)) return thaiKind(one);
  if (isTitle(one) || isGivenName(one)) return 'name';
  if (isOwner(one)) return 'role';
  return isProse(one) || isNumberWord(one) ? 'prose' : 'unknown';
}

function thaiKind(one: string): Word {
  const bare = one.replace(thaiProse, '');
  if (bare === '') return 'prose';
  if (isThaiName(bare) || occurs(thaiTitled, bare) || thaiOwner.test(bare)) return 'name';
  return 'unknown';
}

/** The patterns are global, and `test` would go on from where the last one ended. */
const occurs = (pattern: RegExp, text: string) => text.search(pattern) >= 0;
