import { expect, test } from 'vitest';
import { tellWhole } from '../../renderer/ui/cut-text.ts';

function line(text: string, { needs, has }: { needs: number; has: number }): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  Object.defineProperties(element, { scrollWidth: { value: needs }, clientWidth: { value: has } });
  tellWhole({ currentTarget: element });
  return element;
}

test('a line that is cut says the whole of itself under the pointer, but no page of it', () => {
  expect(line('Somchai Jaidee', { needs: 120, has: 80 }).title).toBe('Somchai Jaidee');
  expect(line('x'.repeat(10_000), { needs: 90_000, has: 80 }).title).toHaveLength(300);
});

test('a line that fits is not said twice', () => {
  expect(line('Somchai', { needs: 80, has: 80 }).hasAttribute('title')).toBe(false);
});
