import * as electron from 'electron';
import { type NativeImage, clipboard as systemClipboard } from 'electron';
import type { LendingClipboard } from '../desktop/clipboard/copy-marked.ts';

/** What both Electrons have: in 25 at once and with the selection as an argument, in 45 as promises and with a clipboard of its own. */
interface ReadableClipboard {
  readText(place?: 'selection'): string | Promise<string>;
  readonly selection?: { readText(): Promise<string> };
}
const readable: ReadableClipboard = systemClipboard;

/** More than any number stands in; a copied book is not carried around. */
const mostText = 65_536;

export async function copiedText(): Promise<string | null> {
  return bounded(await readable.readText());
}

/** What is marked on a Linux desktop, as far as the desktop tells a window that has not the focus. */
export async function markedText(): Promise<string | null> {
  return bounded(await (readable.selection ? readable.selection.readText() : readable.readText('selection')));
}

const bounded = (text: string): string | null => (text === '' ? null : text.slice(0, mostText));

/** Electron 25. Each `writeBuffer` replaces all that is there, so that only one format of another kind can be put back. */
interface OldClipboard {
  availableFormats(): string[];
  clear(): void;
  readText(): string;
  readHTML(): string;
  readRTF(): string;
  readImage(): NativeImage;
  readBuffer(format: string): Buffer;
  write(data: { text?: string; html?: string; rtf?: string; image?: NativeImage }): void;
  writeBuffer(format: string, bytes: Buffer): void;
}

/** Electron 45: the Clipboard API of the web. */
interface NewClipboard {
  clear(): void;
  readText(): Promise<string>;
  read(): Promise<NewItem[]>;
  write(items: NewItem[]): Promise<void>;
}
interface NewItem {
  readonly types: string[];
  getType(type: string): Promise<unknown>;
}
type NewItemClass = new (content: Record<string, unknown>) => NewItem;

type Restore = () => void | Promise<void>;

export function lendingClipboard(): LendingClipboard<Restore> {
  const Item = 'ClipboardItem' in electron ? (electron.ClipboardItem as NewItemClass) : null;
  return Item === null
    ? lendOld(systemClipboard as unknown as OldClipboard)
    : lendNew(systemClipboard as unknown as NewClipboard, Item);
}

function lendOld(clipboard: OldClipboard): LendingClipboard<Restore> {
  return {
    async hold() {
      const formats = clipboard.availableFormats();
      const other = formats.filter((format) => !Object.hasOwn(usual, format));
      if (formats.length === 0) return () => clipboard.clear();
      if (other.length === 0) {
        const kinds = new Set(formats.map((format) => usual[format as keyof typeof usual]));
        const data = {
          ...(kinds.has('text') && { text: clipboard.readText() }),
          ...(kinds.has('html') && { html: clipboard.readHTML() }),
          ...(kinds.has('rtf') && { rtf: clipboard.readRTF() }),
          ...(kinds.has('image') && { image: clipboard.readImage() }),
        };
        return () => clipboard.write(data);
      }
      const [only] = other;
      if (formats.length > 1 || only === undefined) return null;
      const bytes = clipboard.readBuffer(only);
      // Named, but not to be had: then it could not be put back either.
      if (bytes.length === 0) return null;
      return () => clipboard.writeBuffer(only, bytes);
    },
    clear: async () => clipboard.clear(),
    text: async () => clipboard.readText(),
    restore: async (put) => put(),
  };
}

const usual = {
  'text/plain': 'text',
  'text/html': 'html',
  'text/rtf': 'rtf',
  'image/png': 'image',
} as const;

function lendNew(clipboard: NewClipboard, Item: NewItemClass): LendingClipboard<Restore> {
  return {
    async hold() {
      const items = await clipboard.read();
      // Read now: afterwards the clipboard holds something else.
      const contents = await Promise.all(
        items.map(async (item) =>
          Object.fromEntries(
            await Promise.all(item.types.map(async (type) => [type, await item.getType(type)] as const)),
          ),
        ),
      );
      if (contents.every((content) => Object.keys(content).length === 0)) return () => clipboard.clear();
      return () => clipboard.write(contents.map((content) => new Item(content)));
    },
    clear: async () => clipboard.clear(),
    text: () => clipboard.readText(),
    restore: async (put) => put(),
  };
}
