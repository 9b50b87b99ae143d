/**
 * Stands in for `ajv` and `ajv-formats` in the main process. electron-store brings them for stores that have a JSON schema, a quarter of
 * the bundle; ours has none, for what comes from the disk is read by valibot like everything else. A store that were given one says so.
 */
export class Ajv2020 {
  constructor() {
    throw new Error('The bundle has no ajv: settings are checked in app/settings/schema.ts.');
  }
}

export default { default: () => undefined };
