import { randomUUID } from 'node:crypto';
import { type GlobalShortcuts, type GlobalShortcutsParts, openGlobalShortcuts } from './global-shortcuts.ts';
import { openSessionBus } from './session-bus.ts';

export interface PortalKeysParts extends Pick<GlobalShortcutsParts, 'appId' | 'pressed' | 'moved' | 'ended'> {
  /** Of the session bus. */
  readonly address: string;
  readonly log: (line: string) => void;
}

/** `null`: this desktop has no portal for keys. Rejects where there is no bus. */
export async function openPortalKeys({
  address,
  log,
  ...parts
}: PortalKeysParts): Promise<(GlobalShortcuts & { close(): Promise<void> }) | null> {
  let isOpen = false;
  const close = async (): Promise<void> => {
    isOpen = false;
    await bus.close();
  };
  const bus = await openSessionBus(address, () => isOpen && parts.ended(), log);
  try {
    const newToken = () => `promptcall${randomUUID().replaceAll('-', '')}`;
    const portal = await openGlobalShortcuts({ ...parts, bus, newToken });
    isOpen = portal !== null;
    if (portal !== null) return { ...portal, close };
  } catch (error) {
    await close();
    throw error;
  }
  await close();
  return null;
}
