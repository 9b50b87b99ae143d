import { expect, it } from 'vitest';
import { holderAlone, namedOf } from '../../../app/contacts/names.ts';

const held = (name: string, company: string, label: string) => ({
  contact: { name, company },
  number: { label },
});
const holders = [
  held('', 'ACME', ''),
  held('Somchai', 'ACME', 'mobile'),
  held('คุณสมชาย', '', 'work'),
  held('', '', ''),
];

it.each([
  ['ACME', { name: 'ACME', company: null, label: null }],
  ['Somchai', { name: 'Somchai', company: 'ACME', label: 'mobile' }],
  ['คุณสมชาย', { name: 'คุณสมชาย', company: null, label: 'work' }],
])('%s is who is meant among those with one number', (name, meant) => {
  expect(namedOf(holders, name)).toEqual(meant);
});

it.each(['', 'somchai', 'Somchai ', 'The bank', 'ACME / Somchai'])('“%s” is nobody of them', (name) => {
  expect(namedOf(holders, name)).toBeNull();
});

it.each([
  ['of the phone book alone', ['Jane'], [], 'Jane'],
  ['of the directory alone', [], ['Nok'], 'Nok'],
  ['of both is who the person wrote down', ['Mum'], ['Colleague'], 'Mum'],
  ['that two of the phone book share is nobody', ['Jane', 'Tom'], [], null],
  [
    'that two colleagues share is nobody, though one of them is in the phone book',
    ['Jane'],
    ['Jane J', 'Nok'],
    null,
  ],
  ['of nobody', [], [], null],
])('who alone has a number %s', (_what, own, company, alone) => {
  expect(holderAlone<string, string>(own, company)).toBe(alone);
});
