import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Bus } from '../../../build/desktop/bus.ts';
import { startService } from '../../../build/desktop/service.ts';

/** A session bus that starts no program by itself, whatever is installed. */
export async function startEmptyBus(): Promise<Bus> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'companion-bus-'));
  const config = path.join(folder, 'bus.conf');
  await writeFile(
    config,
    `<busconfig>
      <type>session</type>
      <listen>unix:path=${folder}/bus</listen>
      <auth>EXTERNAL</auth>
      <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
    </busconfig>`,
  );
  const args = [`--config-file=${config}`, '--nofork', '--nosyslog', '--print-address=1'];
  const service = await startService('dbus-daemon', args, { env: process.env, readyOn: 1 });
  const end = async () => {
    await service.end();
    await rm(folder, { recursive: true, force: true });
  };
  return { service: { ...service, end }, env: { DBUS_SESSION_BUS_ADDRESS: service.firstLine } };
}
