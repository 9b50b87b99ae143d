import path from 'node:path';
import type { Doors } from './desk-doors.ts';
import type { Given } from './desk-given.ts';
import type { Parts } from './desk-parts.ts';
import { say } from './electron/instances.ts';
import { takeSetUpLinks } from './electron/links.ts';
import { startedHidden } from './electron/login-item.ts';
import { watchMachine } from './electron/machine.ts';
import { createTray } from './electron/tray.ts';
import { serve } from './gate/serve.ts';
import { followOnTray } from './tray/desk-tray.ts';
import { timer } from './util/timer.ts';

/** Milliseconds in which a window that was just shown has taken its place. */
const comes = 1_000;

/** Shows the tray and the window, carries out what the start asked for, and starts what goes on by itself. */
export async function startDesk(
  { here, asked, ready, events, hasTray, page, window }: Given,
  parts: Parts,
  doors: Doors,
): Promise<void> {
  const {
    log,
    settings,
    numbers,
    session,
    questionWindow,
    directory,
    selection,
    desktopKeys,
    hotkey,
    boxKey,
    updates,
    settingsDesk,
    notifySend,
    notices,
    recent,
    people,
    playback,
    retention,
  } = parts;
  const { typedNotes, handlers, run, deskTray } = doors;
  page.answerBy(serve(handlers, log));
  const resumed = session.resume();
  const tray = createTray({
    icons: path.join(__dirname, 'icons'),
    pressed: window.toggle,
    chosen: deskTray.chosen,
  });
  const showTray = () => tray.show(deskTray.now());
  // A script sets the desk up, or wants a file, and nobody is there to see it.
  const isSilent = asked.kind === 'set-up' || asked.kind === 'diagnostics';
  if (!isSilent) {
    followOnTray(events, showTray);
    showTray();
  }
  here.onEnding(async () => {
    questionWindow.end();
    await typedNotes.take();
    window.release();
    tray.remove();
    notifySend.end();
    hotkey.end();
    boxKey.end();
    await Promise.all([playback.end(), recent.close(), desktopKeys?.end()]);
    await updates.end();
  });
  const dials = asked.kind !== 'start' && asked.kind !== 'show';
  if (!isSilent && !(hasTray && (startedHidden() || dials))) window.showFirst();
  ready(run);
  if (isSilent) {
    const { message, status } = await run(asked);
    say(message, status);
    return here.quit(status);
  }
  if (dials) void run(asked).then(({ message, status }) => say(message, status));
  for (const [key, wanted] of [[hotkey, settings().hotkey] as const, [boxKey, settings().boxKey] as const])
    void key.start(wanted).then((state) => {
      if (state === 'taken') notices.hotkeyTaken(key.label());
      events.emit('hotkey.changed');
    });
  await Promise.all([resumed, window.drawn]);
  void settingsDesk.agree();
  void desktopKeys?.start();
  takeSetUpLinks();
  void selection.remember();
  const machine = watchMachine(recent.machine, recent.clockSet);
  events.on('pbx.unanswered', machine.look);
  updates.start();
  // Code that never ran takes ten times as long: the first press of the key would wait for it. So would the window now, while it comes.
  timer(comes, () => {
    for (const { number } of numbers.find('081 234 5678')) numbers.read(number);
  });
  directory.start();
  await retention.start();
  log(
    `started: ${here.version} on ${process.platform} ${process.arch}, Electron ${process.versions.electron}`,
  );
  await people.ready();
}
