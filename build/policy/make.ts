import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project.ts';
import { run } from '../run.ts';
import { policySchema } from './schema.ts';

/** Writes the JSON Schema of IT's policy. Run by hand when a setting or a part of the policy changes; a test says so. */
const file = path.join(projectFolder, 'build', 'policy.schema.json');
writeFileSync(file, JSON.stringify(policySchema()));
const biome = path.join(projectFolder, 'node_modules/@biomejs/biome/bin/biome');
await run(process.execPath, [biome, 'format', '--write', file], { cwd: projectFolder, keep: 'shown' });
