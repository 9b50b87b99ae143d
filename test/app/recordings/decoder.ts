import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { afterAll } from 'vitest';
import * as thread from '../../../app/recordings/decode/thread.ts';
import { forNode } from '../../../build/bundle/configs.ts';
import { projectFolder } from '../../../build/project.ts';

/** Bundled once for a test file: a thread that reads the sources anew takes ten times as long to start. */
const folder = mkdtempSync(path.join(tmpdir(), 'decoder-'));
await build(forNode(projectFolder, folder, 'decoder'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The thread as the program starts it, of what the sources say now. */
export const startDecoder = (): Worker => thread.startDecoder(path.join(folder, 'decoder.cjs'));
