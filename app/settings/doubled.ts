import type { Path } from './fitting.ts';

/** Of JSON, what tells where a name stands: strings, and what is around them. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gs;

interface Part {
  readonly names: Set<string>;
  readonly isList: boolean;
  /** In the path, what is read of it now. */
  at: string | number;
}

/** Deeper, no part of a policy or a set-up file lies. A file that is nothing but braces would fill the memory with the ways to each of them. */
const deepest = 10;

/**
 * Names that stand twice in one object of a text that is JSON: of them `JSON.parse` takes the last in silence, and a list of what must not
 * be called may be the first. `known`: names that may be shown; of another one its number is.
 */
export function doubledNames(text: string, known: ReadonlySet<string>): Path[] {
  const doubled: Path[] = [];
  const parts: Part[] = [];
  let last = '""';
  for (const [token] of text.matchAll(tokens)) {
    const part = parts.at(-1);
    if (token === '{' || token === '[')
      parts.push({ names: new Set(), isList: token === '[', at: token === '[' ? 1 : '' });
    else if (token === '}' || token === ']') parts.pop();
    else if (token === ',') {
      if (part?.isList) part.at = Number(part.at) + 1;
    } else if (token !== ':') last = token;
    else if (part) {
      const name: string = JSON.parse(last);
      const isDoubled = part.names.has(name);
      part.names.add(name);
      part.at = known.has(name) ? name : part.names.size;
      if (isDoubled && parts.length <= deepest) doubled.push(parts.map(({ at }) => at));
    }
  }
  return doubled;
}
