import type { WayIn } from '../contract/dialing.ts';

/** What about a number may make it worth a question. */
export interface Caution {
  /** It leads out of the country, or nobody knows that it does not. A call abroad costs money. */
  readonly abroad: boolean;
  /** Whoever calls it pays for more than the call. */
  readonly premium: boolean;
  /** The text does not make it sure that this number is meant. */
  readonly doubtful: boolean;
  /** The police, an ambulance: somebody has to answer, and is missing elsewhere meanwhile. */
  readonly emergency: boolean;
}

/** How far a way in is trusted. */
export interface Trust {
  /**
   * May the number hold `*` and `#`? Such codes command the PBX: `*72…` forwards the user's calls, and who gets that
   * dialled gets their calls. `dialled-before`: only what somebody typed here once.
   */
  readonly codes: 'yes' | 'no' | 'dialled-before';
  /** `setting`: as the person chose. `on-request`: where the request says so. */
  readonly asks: 'always' | 'setting' | 'on-request';
  /** Which numbers ask, whatever else is said. */
  readonly asksAbout: Caution;
  /** A question that stands is not pushed away by this way in: nobody at the desk asked for the new one just now. */
  readonly waitsItsTurn: boolean;
  readonly why: string;
}

const nothing: Caution = { abroad: false, premium: false, doubtful: false, emergency: false };
const everything: Caution = { abroad: true, premium: true, doubtful: true, emergency: true };

/** Somebody at the desk presses a button that says which number it calls. */
const atTheDesk = { asks: 'on-request', asksAbout: nothing, waitsItsTurn: false } as const;

/** Who is chosen by a name must not turn out to be dear, or the police: nobody here typed the number. */
const byAName = {
  codes: 'dialled-before',
  asks: 'on-request',
  asksAbout: { ...everything, doubtful: false },
  waitsItsTurn: false,
} as const;

/** What may be dialled from where, and what asks first. The dialler knows no other rule about where a number came from. */
export const trust: Readonly<Record<WayIn, Trust>> = {
  pad: { ...atTheDesk, codes: 'yes', why: 'typed by the person, digit by digit, and confirmed by Call' },
  redial: { ...atTheDesk, codes: 'dialled-before', why: 'the number was dialled from here before' },
  'call-back': {
    ...atTheDesk,
    codes: 'dialled-before',
    why: 'the number on the button; but a caller chooses what their caller ID says, codes included',
  },
  favourite: { ...atTheDesk, codes: 'yes', why: 'kept by the person, who saw the number then' },
  contact: {
    ...byAName,
    why: 'chosen by a name; the number may have come out of a file of thousands, which nobody has looked at one by one',
  },
  colleague: { ...byAName, why: "chosen by a name; the number is whatever the company's directory says" },
  tray: { ...atTheDesk, codes: 'dialled-before', why: 'chosen from a menu that shows the number' },
  notice: {
    codes: 'dialled-before',
    asks: 'always',
    asksAbout: everything,
    waitsItsTurn: false,
    why: 'a click on a notice is often meant to make it go away',
  },
  hotkey: {
    codes: 'no',
    asks: 'setting',
    asksAbout: everything,
    waitsItsTurn: false,
    why: 'the text is whatever was marked or copied, and was written by anybody',
  },
  link: {
    codes: 'no',
    asks: 'always',
    asksAbout: everything,
    waitsItsTurn: true,
    why: 'any web page can send one, as often as it likes',
  },
  'command-line': {
    codes: 'no',
    asks: 'on-request',
    asksAbout: { ...everything, abroad: false, premium: false },
    waitsItsTurn: true,
    why: 'a program of this user, which names a number as its text has it; it asks where it says so',
  },
};

/** Asterisk's feature codes and everything else that is not a plain number. */
export const isCode = (number: string): boolean => /[*#]/.test(number);
