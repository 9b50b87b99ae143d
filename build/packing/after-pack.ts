import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { thirdPartyFiles } from '../bundle/third-party.ts';
import { projectFolder } from '../project.ts';
import { sbom } from './sbom.ts';

/** Three megabytes. More means that something came along that was not meant to. */
const mostAsar = 3 * 1024 * 1024;

function resourcesOf({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  return electronPlatformName === 'darwin'
    ? path.join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
    : path.join(appOutDir, 'resources');
}

/** The first release that knows the fuse for `file://`. Naming it to an older one, a trial's, is an error. */
const firstWithFileFuse = 29;

function leaveOutUnknownFuse({ packager }: AfterPackContext): void {
  const { config, info } = packager;
  if (Number.parseInt(info.framework.version, 10) >= firstWithFileFuse || !config.electronFuses) return;
  Object.assign(config.electronFuses, { grantFileProtocolExtraPrivileges: null });
}

async function writeSbom({ packager }: AfterPackContext, resources: string): Promise<void> {
  const list = path.join(projectFolder, 'out', thirdPartyFiles.list);
  const packed = {
    version: packager.appInfo.version,
    electron: packager.info.framework.version,
    thirdParty: JSON.parse(await readFile(list, 'utf8')),
  };
  await writeFile(path.join(resources, 'sbom.cdx.json'), sbom(packed));
}

/** Between copying and closing the fuses. */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  leaveOutUnknownFuse(context);
  // Electron's own default app is of no use in a package: it loads whatever folder the command line names.
  const resources = resourcesOf(context);
  await rm(path.join(resources, 'default_app.asar'), { force: true });
  const { size } = await stat(path.join(resources, 'app.asar'));
  if (size > mostAsar)
    throw new Error(`app.asar has ${size} bytes, more than the ${mostAsar} that it may have`);
  await writeSbom(context, resources);
}
