import type { WayIn } from '../contract.ts';

/** How far a way in is trusted. */
export interface Trust {
  /**
   * May the number hold `*` and `#`? Such codes command the PBX: `*72…` forwards the user's calls, and who gets that
   * dialled gets their calls. `dialled-before`: only what somebody typed here once.
   */
  readonly codes: 'yes' | 'no' | 'dialled-before';
  /** `setting`: as the person chose. `on-request`: where the request says so. */
  readonly asks: 'always' | 'setting' | 'on-request';
  /** A call abroad costs money that a number in somebody's text should not spend by itself. */
  readonly asksAbroad: boolean;
  /** A question that stands is not pushed away by this way in: nobody at the desk asked for the new one just now. */
  readonly waitsItsTurn: boolean;
  /** Somebody may be typing into another program when it asks. */
  readonly unexpected: boolean;
  readonly why: string;
}

/** What may be dialled from where, and what asks first. The dialler knows no other rule about where a number came from. */
export const trust: Readonly<Record<WayIn, Trust>> = {
  pad: {
    codes: 'yes',
    asks: 'on-request',
    asksAbroad: false,
    waitsItsTurn: false,
    unexpected: false,
    why: 'typed by the person, digit by digit, and confirmed by pressing Call',
  },
  redial: {
    codes: 'dialled-before',
    asks: 'on-request',
    asksAbroad: false,
    waitsItsTurn: false,
    unexpected: false,
    why: 'the number on the button was dialled from here before',
  },
  'call-back': {
    codes: 'dialled-before',
    asks: 'on-request',
    asksAbroad: false,
    waitsItsTurn: false,
    unexpected: false,
    why: 'the number on the button; but a caller chooses what their caller ID says, codes included',
  },
  favourite: {
    codes: 'yes',
    asks: 'on-request',
    asksAbroad: false,
    waitsItsTurn: false,
    unexpected: false,
    why: 'kept by the person, who saw the number then',
  },
  tray: {
    codes: 'dialled-before',
    asks: 'on-request',
    asksAbroad: false,
    waitsItsTurn: false,
    unexpected: false,
    why: 'chosen from a menu that shows the number',
  },
  notice: {
    codes: 'dialled-before',
    asks: 'always',
    asksAbroad: true,
    waitsItsTurn: false,
    unexpected: false,
    why: 'a click on a notice is often meant to make it go away',
  },
  hotkey: {
    codes: 'no',
    asks: 'setting',
    asksAbroad: true,
    waitsItsTurn: false,
    unexpected: false,
    why: 'the text is whatever was marked or copied, and was written by anybody',
  },
  link: {
    codes: 'no',
    asks: 'always',
    asksAbroad: true,
    waitsItsTurn: true,
    unexpected: true,
    why: 'any web page can send one, as often as it likes',
  },
  'command-line': {
    codes: 'no',
    asks: 'on-request',
    asksAbroad: false,
    waitsItsTurn: true,
    unexpected: true,
    why: 'a program of this user; it asks where it says so',
  },
};

/** Asterisk's feature codes and everything else that is not a plain number. */
export const isCode = (number: string): boolean => /[*#]/.test(number);
