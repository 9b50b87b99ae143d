import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Events } from '../events/events.ts';
import { type Favourites, type FavouritesParts, openFavourites } from './favourites.ts';

export interface FavouritesWires extends Pick<FavouritesParts, 'owner' | 'read' | 'keeping'> {
  readonly events: Events;
  /** Of this profile. */
  readonly folder: string;
}

/** The favourites of whoever is signed in. */
export function wireFavourites({ events, folder, ...parts }: FavouritesWires): Favourites {
  const favourites = openFavourites({
    ...parts,
    file: path.join(folder, 'favourites.json'),
    newId: randomUUID,
    changed: (list) => events.emit('favourites.changed', [...list]),
  });
  events.on('owner.changed', () => {
    if (parts.owner() !== null) events.emit('favourites.changed', [...favourites.list()]);
  });
  return favourites;
}
