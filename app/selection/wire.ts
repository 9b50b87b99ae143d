import { createHash } from 'node:crypto';
import type { Wish } from '../dialing/dialler.ts';
import type { Events } from '../events/events.ts';
import { createSelection, type Selection, type SelectionParts } from './selection.ts';

export interface SelectionWires extends Omit<SelectionParts, 'digest'> {
  readonly events: Events;
  /** The PBX may be asked in a moment. */
  readonly prepare: () => void;
  readonly ask: (wish: Wish) => unknown;
  /** The key is tried, and this press of it calls nobody. */
  readonly takesPress: () => boolean;
}

/** Calls what is meant at each press of the hotkey. */
export function wireSelection({ events, prepare, ask, takesPress, ...parts }: SelectionWires): Selection {
  const selection = createSelection({
    ...parts,
    digest: (text) => createHash('sha256').update(text).digest('base64'),
  });
  events.on('hotkey.pressed', async () => {
    if (takesPress()) return void events.emit('hotkey.tried', undefined);
    prepare();
    ask({ ...(await selection.meant()), from: 'hotkey' });
  });
  return selection;
}
