import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project.ts';
import { run } from '../run.ts';
import { policySchema, setUpSchema } from './schema.ts';

/** Writes the JSON Schemas of IT's policy and of a set-up file. Run by hand when a setting or a part of the policy changes; a test says so. */
const schemas = { 'policy.schema.json': policySchema(), 'set-up.schema.json': setUpSchema() };
const files = Object.entries(schemas).map(([name, schema]) => {
  const file = path.join(projectFolder, 'build', name);
  writeFileSync(file, JSON.stringify(schema));
  return file;
});
const biome = path.join(projectFolder, 'node_modules/@biomejs/biome/bin/biome');
await run(process.execPath, [biome, 'format', '--write', ...files], { cwd: projectFolder, keep: 'shown' });
