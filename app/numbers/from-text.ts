import type { Doubt } from '../contract/dialing.ts';
import { dialCharacters, fold } from '../util/characters.ts';
import { extensionsAfter, standing } from './context.ts';
import { isTelephoneWord } from './labels.ts';
import { type Link, linksWithin, wholeLink } from './links.ts';
import { blankOut, blankRanges } from './not-numbers.ts';
import { group, type Phone } from './plan.ts';
import { prefixesOf } from './prefixes.ts';
import { Reader, type Span, spans } from './runs.ts';
import { isEmergency, isHotline } from './short-numbers.ts';

export interface Candidate {
  /** As it goes into the number field: digits, with a `+` where the country is another. Never `*` or `#`. */
  readonly dial: string;
  /** Grouped for reading. */
  readonly display: string;
  /** Shown beside the number and never dialled with it: `12`; out of a link also `123456789#`. */
  readonly extension: string | null;
  /** Why it is not sure that this number is meant; `null`: it is. */
  readonly doubt: Doubt | null;
  /** Where in the text it was found, as it stands there. */
  readonly source: string;
}

export interface Finding {
  /** ISO 3166-1 alpha-2: whose numbers are written without a country code. */
  readonly country: string;
  /** Most and fewest digits of an extension of this PBX. */
  readonly internalLength: number;
  readonly internalShortest: number;
}

/** Characters that are looked at; the rest is cut off unseen, so that a huge clipboard costs what a page does. */
export const mostText = 20_000;
/** More than a person chooses from. */
const mostCandidates = 50;

interface Found {
  readonly dial: string;
  readonly extension: string | null;
  readonly doubt: Doubt | null;
  readonly start: number;
  readonly end: number;
  readonly rank: number;
}

const ranks = { link: 3, labelled: 2, plain: 1, fax: 0 } as const;

/** The numbers in a text, best first: links, then what is called a telephone number, then the rest, faxes last. */
export const numbersInText = (text: string, finding: Finding): Candidate[] =>
  candidates(text, finding, (a, b) => b.rank - a.rank || a.start - b.start);

/** To be chosen from: as they stand in the text, those that are not sure behind the others, and faxes last. */
export const numbersAsWritten = (text: string, finding: Finding): Candidate[] =>
  candidates(text, finding, (a, b) => lateness(a) - lateness(b) || a.start - b.start);

const lateness = ({ rank, doubt }: Found): number => (rank <= ranks.fax ? 2 : doubt === null ? 0 : 1);

function candidates(text: string, finding: Finding, order: (a: Found, b: Found) => number): Candidate[] {
  const original = cut(text);
  const folded = fold(original);
  const lead = folded.text.length - folded.text.trimStart().length;
  const trimmed = folded.text.trim();
  const found = findIn(trimmed, finding);

  const best = new Map<string, Found[]>();
  for (const one of found.sort((a, b) => b.rank - a.rank || a.start - b.start)) {
    const alike = best.get(one.dial) ?? [];
    best.set(one.dial, alike);
    const at = alike.findIndex(({ extension }) => isOneOf(extension, one.extension));
    const same = alike[at];
    if (same === undefined) alike.push(one);
    else {
      const extension = same.extension ?? one.extension;
      alike[at] = { ...same, extension, doubt: same.doubt && one.doubt };
    }
  }
  return [...best.values()]
    .flat()
    .sort(order)
    .slice(0, mostCandidates)
    .map(({ dial, extension, doubt, start, end }) => ({
      dial,
      // An extension is not the beginning of a longer number.
      display: isShort(dial, finding) ? dial : group(dial, finding.country),
      extension,
      doubt,
      source: original.slice(folded.at[lead + start], (folded.at[lead + end - 1] ?? 0) + 1),
    }));
}

/** Behind two extensions of one number sit two people; without one it is the same number once more. */
const isOneOf = (some: string | null, other: string | null): boolean =>
  some === null || other === null || some === other;

/** Cut where no number is cut with it: a German number is one at several lengths. */
function cut(text: string): string {
  if (text.length <= mostText) return text;
  const kept = text.slice(0, mostText);
  const tail = /[^\n]{1,60}$/.exec(kept.slice(-60))?.[0] ?? '';
  return kept.slice(0, mostText - tail.length);
}

function findIn(text: string, finding: Finding): Found[] {
  const reader = new Reader(finding.country);
  if (isShort(text, finding)) {
    return [{ dial: text, extension: null, doubt: null, start: 0, end: text.length, rank: ranks.plain }];
  }
  const short = labelledShort(text, finding);
  if (short.length > 0) return short;
  const link = wholeLink(text);
  if (link && !isList(text, reader)) return fromLink(link, reader, finding);

  const links = linksWithin(text);
  const found = links.flatMap((within) => fromLink(within, reader, finding));
  const rest = blankOut(blankRanges(text, links));
  found.push(...hotlines(rest, finding));

  const { found: all, dropped } = spans(rest, reader);
  const stands = all.map((span, index) => {
    const behind = extensionsAfter(rest, span.end);
    const next = all[index + 1];
    // In `02-123-4567 ต่อ 02-765-4321` the second is a number of its own.
    const own = behind !== null && (next === undefined || behind.end <= next.start);
    const part = isPart(rest, span, all[index - 1]?.end, next?.start);
    const stand = standing(rest, span, own);
    return { span, extensions: own ? behind.extensions : [null], ...stand, part };
  });
  // What is left may be the second of two, and the first the one that is meant.
  const oneLess = dropped || stands.some(({ kind }) => kind === 'not-a-number');
  for (const { span, extensions, kind, doubtful, part } of stands) {
    const { start, end, phone, dialled, date, cut, odd } = span;
    if (kind === 'not-a-number' || (date === 'solid-date' && kind !== 'labelled')) continue;
    const either = (date === 'either' || odd) && kind !== 'labelled';
    const doubt = doubtful || either ? 'labelled' : oneLess || cut || part ? 'neighbour' : null;
    const rank = ranks[kind] - (doubt === null ? 0 : 0.5);
    for (const extension of extensions)
      found.push({ dial: dialOf(phone, dialled), extension, doubt, start, end, rank });
  }
  return found;
}

/** `0818884018/2569`, `4711/0812345678`, `148066591,97`: a part of what is written, unless a number stands there too. */
function isPart(text: string, { start, end }: Span, endBefore = -1, startBehind = -1): boolean {
  const behind = /^(?: ?\/ ?(?=\d{3})|[.,](?=\d{1,2}(?!\d)))/.exec(text.slice(end, end + 8))?.[0];
  if (behind !== undefined && startBehind !== end + behind.length) return true;
  const before = /(?<=\d) ?\/ ?$/.exec(text.slice(Math.max(0, start - 4), start))?.[0];
  return before !== undefined && endBefore !== start - before.length;
}

/** `Tel:02-123-4567,02-123-4568`: what would be keyed behind the pause is a number, and `Tel:` a label. */
function isList(text: string, reader: Reader): boolean {
  const behind = /[,;#]+(?:[a-zก-๛]{1,12}[.:]*)?([+(]?\d[\d().-]{5,24})/giu;
  return [...text.matchAll(behind)].some(([, written = '']) => reader.read(dialCharacters(written)) !== null);
}

function dialOf(phone: Phone, dialled: string): string {
  if (phone.domestic) return phone.national;
  return phone.written === 'carrier' ? dialled : phone.e164;
}

/** Digits that are called as they stand; only believed where nothing else is said. */
function isShort(text: string, finding: Finding): boolean {
  if (!/^\d{2,}$/.test(text)) return false;
  if (isPublic(text, finding)) return true;
  return text.length <= finding.internalLength && !(text.length < finding.internalShortest);
}

function isPublic(text: string, { country }: Finding): boolean {
  return isEmergency(text, country) || isHotline(text, country);
}

/** `โทร 1669`, `ต่อ 101`, `ext. 101`: nothing but what it is called, and it. `Call 101` may be the 101st call. */
function labelledShort(text: string, finding: Finding): Found[] {
  const [all, label = '', digits = ''] = /^([^\d*#+]{1,40})(\d{2,10})[^\p{L}\d*#+]{0,5}$/u.exec(text) ?? [];
  if (all === undefined || !isShort(digits, finding) || !isTelephoneWord(label)) return [];
  if (/call/i.test(label) && !isPublic(digits, finding)) return [];
  const place = { start: label.length, end: label.length + digits.length };
  return [{ dial: digits, extension: null, doubt: null, ...place, rank: ranks.labelled }];
}

function fromLink(link: Link, reader: Reader, finding: Finding): Found[] {
  const { dialled, context, extension, start, end } = link;
  if (dialled === null) return [];
  const place = { extension, doubt: null, start, end, rank: ranks.link };
  const prefix = context === null || dialled.startsWith('+') ? '' : context.replace(/[^+\d]/g, '');
  if (/^\+\d{1,7}$/.test(prefix)) {
    const global = reader.read(prefix + dialled) ?? reader.read(dialled);
    // A local number of elsewhere that cannot be made global must not be dialled here.
    return global ? [{ ...place, dial: dialOf(global, prefix + dialled) }] : [];
  }
  const home = `+${prefixesOf(finding.country).countryCode}`;
  const local = dialled.startsWith(home) ? dialled.slice(home.length) : '';
  if (isEmergency(local, finding.country)) return [{ ...place, dial: local }];
  const phone = reader.read(dialled);
  if (phone) return [{ ...place, dial: dialOf(phone, dialled) }];
  if (!/^(?:\+[1-9])?\d{1,16}$/.test(dialled)) return [];
  // The link says that it is a number, and the plan does not know everything: `9` for an outside line, a town's own numbers.
  return [{ ...place, dial: dialled, doubt: isShort(dialled, finding) ? null : 'unlisted' }];
}

const helpWord =
  'สายด่วน|hotline|call ?cent(?:er|re)|คอลเซ็นเตอร์|โทร(?:ศัพท์|แจ้ง)?|แจ้งเหตุ|ฉุกเฉิน|ตำรวจ|ดับเพลิง|รถพยาบาล|กู้ชีพ|กู้ภัย|emergency|police|ambulance|fire(?: (?:brigade|department))?|notruf|polizei|feuerwehr|rettung(?:sdienst)?';
const hotlineWord = new RegExp(
  `(?:${helpWord})[^\\p{L}\\d\\n\\ufffc*#+]{0,8}(\\d{3,4})(?![\\d*#]|[-.,/: ]{1,2}\\d|[\\p{Lu}\\p{Ll}])`,
  'giu',
);

/** `สายด่วน 1669`: too short to be told from any other figure, but for the word before it. */
function hotlines(text: string, { country }: Finding): Found[] {
  return [...text.matchAll(hotlineWord)].flatMap((match) => {
    const dial = match[1] ?? '';
    if (!isEmergency(dial, country) && !isHotline(dial, country)) return [];
    const end = match.index + match[0].length;
    return [{ dial, extension: null, doubt: null, start: end - dial.length, end, rank: ranks.labelled }];
  });
}
