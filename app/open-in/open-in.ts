import { fail, ok, type Reply } from '../contract/failures.ts';
import {
  filled,
  type OpenInTrial,
  type OpenInWish,
  problemOf,
  sample,
  type Values,
} from '../contract/open-in.ts';
import type { Settings } from '../contract/settings.ts';
import { codeOf } from '../util/code-of.ts';

/** Somebody whom the desk talked to, or will. */
export interface Party {
  readonly number: string;
  /** `null`: nobody knows. */
  readonly name: string | null;
  /** Empty where there was no call. */
  readonly direction: 'incoming' | 'outgoing' | '';
}

export interface OpenInParts {
  readonly settings: () => Pick<Settings, 'openIn'>;
  /** IT lets `http:` be used as well. */
  readonly plainHttp: boolean;
  /** A number as it is looked up elsewhere; `null` for a code, and for what is no number. */
  readonly forms: (number: string) => { readonly national: string; readonly e164: string } | null;
  readonly callOf: (id: string) => Party | null;
  readonly last: () => Party | null;
  /** Whose number it is; of several, whoever is named where they have it. `null`: nobody knows. */
  readonly whoHas: (asked: { readonly number: string; readonly name?: string | undefined }) => string | null;
  readonly extension: () => string | null;
  /** Hands an address to the system's browser. Rejects where there is none. */
  readonly browse: (address: string) => Promise<void>;
  /** Milliseconds of a clock that nobody sets. */
  readonly elapsed: () => number;
  readonly log: (line: string) => void;
}

/** A double click, or a key and its notice, are one wish. */
const onePress = 1_000;

export type OpenIn = ReturnType<typeof createOpenIn>;

/**
 * Opens the one address that the settings name, with a number in it, in the system's browser. The page says about whom, and never where;
 * what was opened is not written down.
 */
export function createOpenIn(parts: OpenInParts) {
  let before = { address: '', at: Number.NEGATIVE_INFINITY };

  const template = (): string | null => {
    const { openIn } = parts.settings();
    return openIn !== '' && problemOf(openIn, parts.plainHttp) === null ? openIn : null;
  };

  function valuesOf({ number, name, direction }: Party): Values | null {
    const forms = parts.forms(number);
    if (forms === null) return null;
    return {
      number: forms.national,
      e164: forms.e164,
      name: name ?? '',
      direction,
      extension: parts.extension() ?? '',
    };
  }

  function partyOf(wish: OpenInWish): Party | null {
    if (wish.of === 'last') return parts.last();
    if (wish.of === 'contact') return { number: wish.number, name: parts.whoHas(wish), direction: '' };
    const party = parts.callOf(wish.call);
    if (party === null || wish.name === undefined) return party;
    return { ...party, name: parts.whoHas({ number: party.number, name: wish.name }) };
  }

  async function open(party: Party | null): Promise<Reply<undefined>> {
    const address = template();
    const values = party && valuesOf(party);
    if (address === null || values === null) return fail('open-in-nobody');
    const full = filled(address, values);
    const at = parts.elapsed();
    if (full === before.address && at - before.at < onePress) return ok(undefined);
    before = { address: full, at };
    try {
      await parts.browse(full);
      return ok(undefined);
    } catch (error) {
      // Its message has the address.
      parts.log(`open in: the browser was not opened: ${codeOf(error)}`);
      return fail('open-in');
    }
  }

  return {
    /** There is an address, and it may be used. */
    isOn: () => template() !== null,
    /** There is something to look up. */
    offers: (number: string) => template() !== null && parts.forms(number) !== null,
    check(text: string): OpenInTrial {
      const problem = problemOf(text, parts.plainHttp);
      return { problem, sample: problem === null ? filled(text, sample) : '' };
    },
    open: (wish: OpenInWish) => open(partyOf(wish)),
    openParty: open,
  };
}
