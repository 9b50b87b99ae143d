import * as v from 'valibot';
import { Line, Natural } from './bounds.ts';

/** Whose phone book an entry stands in: the person's own, which they write; or the company's, which they read. */
export const contactSources = ['own', 'company'] as const;

export const contactId = Line(60);
export const numberId = Line(60);

/** What one person may have. More is no person, and more text no name. */
export const longest = {
  name: 120,
  nickname: 60,
  company: 120,
  note: 2_000,
  number: 100,
  label: 40,
  numbers: 20,
} as const;

/** So many people are kept; a file may bring as many. */
export const mostContacts = 20_000;

export const ContactNumber = v.strictObject({
  /** A favourite's id, once it is pinned. */
  id: numberId,
  /** As it was written: what goes into `dial.call`. */
  number: Line(longest.number),
  /** `mobile`, `work` …, which have a word in every language; a text of the person's own; or empty. */
  label: Line(longest.label),
  display: v.string(),
  /** It is a favourite. */
  pinned: v.boolean(),
});
export type ContactNumber = v.InferOutput<typeof ContactNumber>;

export const Contact = v.strictObject({
  id: contactId,
  source: v.picklist(contactSources),
  /** Empty: only a company, or only a number, is known. */
  name: Line(longest.name),
  nickname: v.optional(Line(longest.nickname)),
  company: Line(longest.company),
  note: Line(longest.note),
  numbers: v.array(ContactNumber),
});
export type Contact = v.InferOutput<typeof Contact>;

/** A contact as its form has it. A number that was there keeps its `id`, and with it its place among the favourites. */
export const contactInput = {
  name: Line(longest.name),
  nickname: v.optional(Line(longest.nickname)),
  company: Line(longest.company),
  note: Line(longest.note),
  numbers: v.pipe(
    v.array(
      v.strictObject({
        id: v.optional(numberId),
        number: Line(longest.number),
        label: Line(longest.label),
      }),
    ),
    v.maxLength(longest.numbers),
  ),
};

export const longestContactsPage = 200;
const PageLength = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestContactsPage));

export const ContactsLook = v.strictObject({ text: Line(200), count: PageLength });
export const ContactsPageLook = v.strictObject({ text: Line(200), from: Natural, count: PageLength });

const page = {
  /** Another number: something has changed since. */
  revision: Natural,
  from: Natural,
  contacts: v.array(Contact),
};
export const ContactsPage = v.strictObject(page);
export type ContactsPage = v.InferOutput<typeof ContactsPage>;

/** The people that a text finds, in the order of their names, and the first of them. */
export const ContactsFound = v.strictObject({
  ...page,
  /** How many begin with each letter; empty while something is searched. */
  sections: v.array(v.strictObject({ letter: v.string(), count: Natural })),
  total: Natural,
  /** Without a search. */
  known: Natural,
});
export type ContactsFound = v.InferOutput<typeof ContactsFound>;

/** What has changed, by which it is undone: once, and until the next such change. */
export const ContactsChange = v.strictObject({ change: Line(40) });
export type ContactsChange = v.InferOutput<typeof ContactsChange>;

/** Bytes. Pictures are most of a file of vCards. */
export const largestContactsFile = 50 * 1024 * 1024;

/** A file as it was dropped, or a text as it was pasted. */
export const ContactsFile = v.strictObject({
  bytes: v.pipe(
    v.instance(Uint8Array),
    v.check((bytes) => bytes.length <= largestContactsFile),
  ),
});
export const ContactsText = v.strictObject({ text: Line(5_000_000) });

/** What an import would do to somebody. */
export const importEnds = ['new', 'changed', 'without-number'] as const;

/** What is in a file, before any of it is taken. */
export const ImportView = v.strictObject({
  import: Line(40),
  fresh: Natural,
  changed: Natural,
  /** They are in the phone book already. */
  same: Natural,
  withoutNumber: Natural,
  /** Lines of the file that had characters which no text has, and are read without them. */
  damagedLines: Natural,
  /** The first of them: those that change before those that are new. */
  people: v.array(
    v.strictObject({
      end: v.picklist(importEnds),
      name: v.string(),
      /** All of who is new; of who changes, those that are added. */
      numbers: v.array(v.string()),
    }),
  ),
});
export type ImportView = v.InferOutput<typeof ImportView>;

export const ImportChosen = v.strictObject({ import: Line(40) });
export const contactsFormats = ['vcard', 'csv'] as const;
export type ContactsFormat = (typeof contactsFormats)[number];
export const ContactsExport = v.strictObject({ as: v.picklist(contactsFormats) });
