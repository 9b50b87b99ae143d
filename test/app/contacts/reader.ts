import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll } from 'vitest';
import { createReader } from '../../../app/contacts/formats/thread.ts';
import { forNode } from '../../../build/bundle/configs.ts';
import { projectFolder } from '../../../build/project.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reader-'));
await build(forNode(projectFolder, folder, 'reader'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const readerBundle = path.join(folder, 'reader.cjs');

/** The thread as the program starts it, of what the sources say now. */
export const readerWithin = (timeLimit?: number) => createReader(readerBundle, timeLimit);
