import { toJsonSchema } from '@valibot/to-json-schema';
import { defaults, settingKeys } from '../../app/contract/settings.ts';
import { PolicyFile } from '../../app/settings/policy-schema.ts';
import { SetUpFile } from '../../app/setup/set-up-schema.ts';

const descriptions = {
  rules: "Dialling rules that come before the person's own, in this order.",
  settings: 'Settings that are locked: nobody at this computer may change them.',
  presets: 'Settings that have another default here. What a person chose wins.',
  account: 'The sign-in form: `settings` are locked, `presets` are filled in. Never an API key or secret.',
  updates:
    'Where newer versions are looked for: a folder on a web server, and the public key of who signs what lies there. The setting "updates" says what becomes of them.',
  ownRules: 'false: a person has no dialling rules of their own.',
} as const;

type Schema = ReturnType<typeof toJsonSchema>;

const how: Parameters<typeof toJsonSchema>[1] = {
  typeMode: 'input',
  target: 'draft-07',
  ignoreActions: ['check', 'transform'],
};

/**
 * What editors and IT's tools check a policy with. What a schema cannot say, as whether a time zone is known, `--check-policy` does.
 * Open at the top: a later release knows more parts.
 */
export function policySchema(): Schema {
  const made = toJsonSchema(PolicyFile, how);
  const properties = { ...made.properties };
  for (const [name, description] of Object.entries(descriptions)) {
    properties[name] = { ...part(properties[name]), description };
  }
  properties.settings = withDefaults(properties.settings);
  properties.presets = withDefaults(properties.presets);
  return { ...made, title: 'Policy of promptCall Companion', properties };
}

/** What is missing may stand in the policy. */
export function setUpSchema(): Schema {
  const made = toJsonSchema(SetUpFile, how);
  const settings = withDefaults(made.properties?.settings);
  return {
    ...made,
    title: 'Set-up file of promptCall Companion',
    properties: { ...made.properties, settings },
  };
}

const part = (schema: unknown): Record<string, unknown> =>
  typeof schema === 'object' && schema !== null ? { ...schema } : {};

function withDefaults(schema: unknown): Schema {
  const settings = part(schema) as Schema;
  const properties = settingKeys.map((key) => [
    key,
    { ...part(settings.properties?.[key]), default: defaults[key] },
  ]);
  return { ...settings, properties: Object.fromEntries(properties) };
}
