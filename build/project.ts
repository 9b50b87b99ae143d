import path from 'node:path';

/** The checkout that this file is part of. */
export const projectFolder = path.dirname(import.meta.dirname);
