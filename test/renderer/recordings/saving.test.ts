import { expect, it } from 'vitest';
import { fail, ok } from '../../../app/contract/failures.ts';
import { createSaving } from '../../../renderer/screens/recordings/saving.ts';
import { otherSide } from '../bridge.ts';

const about = { direction: 'Outgoing', number: '081 234 5678', name: '' };

it('a dragged file that the disk does not take is told of', async () => {
  let hasRoom = true;
  const { bridge } = otherSide({
    'recordings.drag': () => (hasRoom ? ok(undefined) : fail('not-saved', { details: 'ENOSPC' })),
  });
  const saving = createSaving(bridge);
  const drag = async () => {
    saving.drag('make', 'a', 'wav', about);
    await new Promise((resolve) => setTimeout(resolve));
  };
  await drag();
  expect(saving.ended.value).toBeNull();
  hasRoom = false;
  await drag();
  expect(saving.ended.value).toMatchObject({ id: 'a', how: { code: 'not-saved' } });
});
