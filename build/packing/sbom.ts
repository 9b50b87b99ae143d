import { randomUUID } from 'node:crypto';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import * as v from 'valibot';

const Works = v.array(
  v.object({ name: v.string(), version: v.string(), licence: v.string(), purl: v.nullable(v.string()) }),
);

export interface Packed {
  readonly version: string;
  /** Of the Electron that it is packed with. */
  readonly electron: string;
  /** What bundling found (`out/third-party.json`). */
  readonly thirdParty: unknown;
}

type Part = v.InferOutput<typeof Works>[number];

function component({ name, version, licence, purl }: Part, type = Enums.ComponentType.Library) {
  const made = new Models.Component(type, name, { bomRef: `${name}@${version}` });
  if (version !== '') made.version = version;
  if (purl !== null) made.purl = purl;
  made.licenses.add(new Models.SpdxLicense(licence));
  return made;
}

/** What the package is made of, as CycloneDX. */
export function sbom({ version, electron, thirdParty }: Packed): string {
  const { Application, Framework } = Enums.ComponentType;
  const own = { name: 'promptcall-companion', version, licence: 'MIT', purl: null };
  const runtime = {
    name: 'electron',
    version: electron,
    licence: 'MIT',
    purl: `pkg:npm/electron@${electron}`,
  };
  const program = component(own, Application);
  const parts = [component(runtime, Framework), ...v.parse(Works, thirdParty).map((part) => component(part))];
  const bom = new Models.Bom({
    serialNumber: `urn:uuid:${randomUUID()}`,
    metadata: new Models.Metadata({ component: program, timestamp: new Date() }),
  });
  for (const part of parts) {
    bom.components.add(part);
    program.dependencies.add(part.bomRef);
  }
  const written = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(written).serialize(bom, { space: 2, sortLists: true })}\n`;
}
