import { type Service, startService } from './service.ts';

export interface Bus {
  readonly service: Service;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Starts a session bus. Not by `dbus-run-session`: that one wraps a command, passes no signals on to it and leaves
 * nobody who could start a keyring between the two.
 */
export async function startBus(env: NodeJS.ProcessEnv): Promise<Bus> {
  const service = await startService(
    'dbus-daemon',
    ['--session', '--nofork', '--nosyslog', '--print-address=1'],
    {
      env,
      readyOn: 1,
    },
  );
  return { service, env: { DBUS_SESSION_BUS_ADDRESS: service.firstLine } };
}
