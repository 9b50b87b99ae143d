import { expect, it } from 'vitest';
import type { CallView, PersonView } from '../../../app/contract/calls.ts';
import { meantBy } from '../../../renderer/screens/calls/whose.ts';

const wipha = { name: 'Wipha', isOne: true };
const both = { name: 'Wipha / ACME', isOne: false };

it.each<
  [who: string, call: Pick<CallView, 'name' | 'chosen'>, page: Pick<PersonView, 'name' | 'isOne'> | null]
>([
  ['ACME', { name: 'ACME', chosen: true }, null],
  ['ACME', { name: 'ACME', chosen: true }, both],
  ['Wipha', { name: 'ACME', chosen: true }, wipha],
  ['Wipha', { name: 'Wipha / ACME', chosen: false }, wipha],
  ['', { name: 'Wipha / ACME', chosen: false }, both],
  ['', { name: 'Wipha / ACME', chosen: false }, null],
  ['', { name: null, chosen: false }, null],
  ['', { name: null, chosen: false }, { name: '', isOne: true }],
])('a press on a call means %j: whose page it is on, or who was chosen', (who, call, page) => {
  expect(meantBy(call as CallView, page as PersonView | null)).toBe(who);
});
