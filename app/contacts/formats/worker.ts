import { parentPort } from 'node:worker_threads';
import { type Asked, readAsked } from './read.ts';

/** The thread that reads one file: a bundle of its own, started by `thread.ts`. */
parentPort?.once('message', (asked: Asked) => parentPort?.postMessage(readAsked(asked)));
