import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that this file is part of. */
export const projectFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
