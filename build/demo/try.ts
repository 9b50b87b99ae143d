import { say } from '../say.ts';
import { fillIn, keepFavourites, signIn, startCompanion, startOffice, wordsOn } from './companion.ts';

/** Signs in, and leaves the app to the person until they quit it. */
const pbx = await startOffice();
try {
  const { app, page } = await startCompanion({ profile: 'try', pbx });
  const gone = new Promise<void>((resolve) => app.once('close', () => resolve()));
  try {
    const words = await wordsOn(page);
    await fillIn(page, words, pbx);
    await signIn(page, words);
    await keepFavourites(page, words);
    say('Signed in to a made-up PBX as extension 101. No phone will ring: call whomever you like.');
    say('To end it, quit the app (tray menu, or under Settings), or press Ctrl-C here.');
    await gone;
  } finally {
    await app.close();
  }
} finally {
  await pbx.close();
}
