import type { AddressProblem } from '../contract/open-in.ts';

const problems: Readonly<Record<AddressProblem, string>> = {
  control: 'There is an invisible character in it. Please type the address.',
  blank: 'There is a blank or a backslash in it.',
  scheme: 'Begin with https://',
  'plain-http': 'Begin with https://. Your IT team does not allow http.',
  'user-info': 'Leave out the name or password before the @.',
  place: 'The name of the server cannot be a placeholder.',
  braces: 'A curly bracket is not closed, or there is one too many.',
  unknown: 'One of the placeholders is not known.',
  'no-placeholder': 'There is no placeholder in it yet: where does the number go?',
  'not-an-address': 'This is no web address.',
};

/** Where a number leads. */
export const openIn = {
  address: 'Open in',
  note: (placeholders: string) =>
    `A web page for whoever calls, in the browser. These are filled in: ${placeholders}`,
  afterCall: 'Open it for each call placed',
  opens: (address: string) => `For example: ${address}`,
  problems,
  /** Of a number among several. */
  number: (display: string) => `Open in… ${display}`,
  last: (who: string) => `Open in… ${who}`,
};
