import { Notification } from 'electron';
import type { ShowClickable } from '../notices/notices.ts';

/** Electron's own notifications, which report clicks on Linux; `null` where the desktop has none. */
export function clickableNotices(icon: string): ShowClickable | null {
  if (!Notification.isSupported()) return null;
  /** Without a reference a notification is collected, and its click with it. */
  const shown = new Set<Notification>();
  return ({ title, body }, { clicked, failed }) => {
    const notification = new Notification({ title, body, icon });
    const forget = () => shown.delete(notification);
    shown.add(notification);
    notification.on('click', () => {
      forget();
      clicked();
    });
    notification.on('close', forget);
    notification.on('failed', () => {
      forget();
      failed();
    });
    notification.show();
  };
}
