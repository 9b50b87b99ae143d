import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CertificateOf } from '../../app/contract/trust.ts';
import type { PageWords } from '../../app/words/page.en.ts';

export interface Surroundings {
  readonly words: PageWords;
  /** In which the days and times of calls are, by its IANA name: the PBX's. */
  readonly pbxZone?: string | undefined;
  /** The program's, for the details of a failure. */
  readonly version: string;
  /** Shows the certificate that was turned down. */
  readonly lookAtCertificate: (of: CertificateOf) => void;
  /** Asks for the proxy's password. */
  readonly askProxyPassword: () => void;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

function useSurroundings(): Surroundings {
  const around = useContext(SurroundingsContext);
  if (around === null) throw new Error('drawn outside of the surroundings');
  return around;
}

export const useWords = (): PageWords => useSurroundings().words;

export const usePbxZone = (): string | undefined => useSurroundings().pbxZone;

export const useAskProxyPassword = () => useSurroundings().askProxyPassword;

export const useLookAtCertificate = () => useSurroundings().lookAtCertificate;

export const useVersion = (): string => useSurroundings().version;
