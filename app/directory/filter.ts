import { escapeFilter } from 'ldapts';
import type { LdapChoice } from '../contract/directory.ts';

/** What Active Directory and inetOrgPerson (RFC 2798) have. `ipPhone` first: a call inside costs nothing. */
const usual = {
  name: ['displayName', 'cn'],
  company: ['company', 'o', 'department', 'ou'],
  numbers: ['ipPhone', 'telephoneNumber', 'mobile'],
} as const;

export interface AttributeNames {
  readonly name: readonly string[];
  readonly company: readonly string[];
  readonly numbers: readonly string[];
}

export const attributesOf = ({
  attributes: { name, company, numbers } = {},
}: LdapChoice): AttributeNames => ({
  name: name ?? usual.name,
  company: company ?? usual.company,
  numbers: numbers ?? usual.numbers,
});

const any = (parts: readonly string[]): string => `(|${parts.join('')})`;

/** Whom the directory is about. */
export function filterOf(choice: LdapChoice): string {
  return choice.filter ?? any(attributesOf(choice).numbers.map((one) => `(${one}=*)`));
}

const mostWords = 5;

/**
 * The same, and who has all the words somewhere. What was typed is text and nothing else, whatever signs of a filter are in it (RFC 4515
 * §3).
 */
export function filterFor(choice: LdapChoice, typed: string): string {
  const { name, company, numbers } = attributesOf(choice);
  const isNumber = /^[+\d\s().-]+$/.test(typed);
  const words = isNumber ? [typed.replace(/[^\d]/g, '')] : typed.split(/\s+/).slice(0, mostWords);
  const among = isNumber ? numbers : [...name, ...company];
  const all = words
    .filter((word) => word !== '')
    .map((word) => any(among.map((one) => `(${one}=*${escapeFilter`${word}`}*)`)));
  return `(&${filterOf(choice)}${all.join('')})`;
}
