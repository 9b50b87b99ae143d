import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Words, wordsFor } from '../../app/words/index.ts';

export interface Surroundings {
  readonly words: Words;
  /** The program's, for the details of a failure. */
  readonly version: string;
}

export const SurroundingsContext = createContext<Surroundings>({ words: wordsFor('en'), version: '' });

export function useWords(): Words {
  return useContext(SurroundingsContext).words;
}

export function useVersion(): string {
  return useContext(SurroundingsContext).version;
}
