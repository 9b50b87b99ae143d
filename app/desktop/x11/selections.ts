import type { Reading } from '../../selection/reading.ts';
import { type LocalDisplay, openDisplay, type XConnection } from './connection.ts';
import { atomsIn, convertTo, within } from './convert.ts';
import {
  atomNameOf,
  type Extension,
  extensionOf,
  getAtomName,
  getSelectionOwner,
  greetFixes,
  hasOwner,
  internAtom,
  ownerChanged,
  queryExtension,
  watchSelection,
} from './requests.ts';
import { formNamed, type TextForm, textForms } from './text-forms.ts';

/** `PRIMARY`: what is marked, in whichever program. `CLIPBOARD`: what was copied. */
export type SelectionName = 'PRIMARY' | 'CLIPBOARD';

export interface SelectionReader {
  /** Never rejects. */
  read(selection: SelectionName): Promise<Reading>;
  /** Grows with each new owner of one of them, in the order in which they came; `null` where the display does not tell. */
  order(): Readonly<Record<SelectionName, number>> | null;
  close(): void;
}

/** A program that takes longer hangs; the person has the key under the finger and waits. */
const ownerPatience = 700;

/** More forms than a program offers; each is a question. */
const mostForms = 50;

const property = 'COMPANION_TEXT';
const atomNames = ['PRIMARY', 'CLIPBOARD', 'TARGETS', 'INCR', property] as const;

interface Display {
  readonly connection: XConnection;
  readonly atoms: Readonly<Record<(typeof atomNames)[number], number>>;
  /** The forms that are known beforehand: whoever is asked for TEXT chooses one. */
  readonly forms: ReadonlyMap<number, TextForm>;
  readonly usual: number;
}

/**
 * Reads the selections of an X display (ICCCM, chapter 2) over a connection of its own.
 *
 * Electron reads them too, but stands still meanwhile: 12 seconds where the owner hangs, more than one for 50 MB of text,
 * of which it always fetches all. Here nothing waits but the one who asked, and what is too long is not fetched.
 */
export function createSelectionReader(
  display: LocalDisplay,
  xauthority: string | undefined,
): SelectionReader {
  let opened: Promise<Display> | null = null;
  let isOpen = () => true;
  let watched = false;
  let changes = 0;
  let order = { PRIMARY: 0, CLIPBOARD: 0 };
  /** Until owners whose text was cut have written all of it. */
  const busy: Partial<Record<SelectionName, Promise<void>>> = {};

  async function open(): Promise<Display> {
    const connection = await openDisplay(display, xauthority);
    isOpen = connection.isOpen;
    const atomOf = async (name: string) =>
      (await connection.ask(internAtom(name, { onlyIfExists: false }))).readUInt32LE(8);
    const [named, forms, fixes] = await Promise.all([
      Promise.all(atomNames.map(async (name) => [name, await atomOf(name)] as const)),
      Promise.all([...textForms].map(async ([name, form]) => [await atomOf(name), form] as const)),
      connection.ask(queryExtension('XFIXES')).then(extensionOf),
    ]);
    const atoms = Object.fromEntries(named) as Display['atoms'];
    if (fixes !== null) await watch(connection, atoms, fixes);
    return { connection, atoms, forms: new Map(forms), usual: forms[0]?.[0] ?? 0 };
  }

  async function watch(connection: XConnection, atoms: Display['atoms'], fixes: Extension): Promise<void> {
    await connection.ask(greetFixes(fixes));
    // What happened before is not known: neither is newer.
    changes += 1;
    order = { PRIMARY: changes, CLIPBOARD: changes };
    connection.hear((event) => {
      const selection = ownerChanged(event, fixes);
      const place = (['PRIMARY', 'CLIPBOARD'] as const).find((name) => atoms[name] === selection);
      if (place === undefined) return;
      changes += 1;
      order = { ...order, [place]: changes };
    });
    for (const name of ['PRIMARY', 'CLIPBOARD'] as const) {
      connection.send(watchSelection(fixes, connection.root, atoms[name]));
    }
    watched = true;
  }

  /** Opened once, for both selections and every press, and again where it has broken or could not be opened. */
  function connected(): Promise<Display> {
    if (opened === null || !isOpen()) {
      isOpen = () => true;
      watched = false;
      opened = open();
      opened.catch(() => {
        opened = null;
      });
    }
    return opened;
  }

  async function read(selection: SelectionName): Promise<Reading> {
    // Small owners serve one at a time, and never answer who asks meanwhile.
    await busy[selection];
    const at = await connected();
    const { connection, atoms } = at;
    const convert = (target: number) =>
      convertTo(connection, { ours: atoms[property], incr: atoms.INCR }, atoms[selection], target);

    if (!hasOwner(await connection.ask(getSelectionOwner(atoms[selection])))) return { kind: 'nothing' };
    // Both at once: each question is a way to the owner and back, while the person waits. What it offers is asked too, for
    // some owners write what they have whatever was asked for, a picture included.
    const [targets, first] = await Promise.all([convert(atoms.TARGETS), convert(at.usual)]);
    busy[selection] = first.finished;
    for (const form of await formsIn(targets.bytes, at)) {
      if (form.atom !== at.usual) await busy[selection];
      const converted = form.atom === at.usual ? first : await convert(form.atom);
      busy[selection] = converted.finished;
      // What nobody said to be text is text only where it comes as such.
      const came = at.forms.get(converted.type) ?? (targets.bytes && form);
      const text = converted.bytes && came?.decode(converted.bytes)?.replaceAll('\0', '');
      if (typeof text === 'string') return { kind: 'text', text };
    }
    return { kind: 'unreadable' };
  }

  return {
    async read(selection) {
      try {
        const reading = await within(ownerPatience, read(selection));
        // A call's outcome invites to paste; an owner that still writes to us would never answer that.
        await within(ownerPatience, busy[selection] ?? Promise.resolve());
        return reading ?? { kind: 'unreadable' };
      } catch {
        // No such display any more, or it does not let us in: nobody knows what is there.
        return { kind: 'unreadable' };
      }
    },
    order: () => (watched && isOpen() ? order : null),
    close: () => void opened?.then(({ connection }) => connection.close()).catch(() => undefined),
  };
}

type Form = TextForm & { readonly atom: number };

/** What of it is text, the best first. A program that does not say what it has is asked for each that is known. */
async function formsIn(targets: Buffer | null, { connection, forms }: Display): Promise<Form[]> {
  const offered = targets === null ? [...forms.keys()] : atomsIn(targets).slice(0, mostForms);
  const known = [...forms].flatMap(([atom, form]) => (offered.includes(atom) ? [{ ...form, atom }] : []));
  if (known.some(({ isWhole }) => isWhole)) return known;
  const named = offered.map(async (atom) => {
    const form = formNamed(atomNameOf(await connection.ask(getAtomName(atom))));
    return form === null ? [] : [{ ...form, atom }];
  });
  return [...(await Promise.all(named)).flat(), ...known];
}
