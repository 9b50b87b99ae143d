import { parentPort } from 'node:worker_threads';
import { createStepper, type Step } from './step.ts';

/** The thread that decodes: a bundle of its own, started by `thread.ts`, which numbers the steps. */
const step = createStepper();

parentPort?.on('message', ({ number, work }: { readonly number: number; readonly work: Step }) => {
  const { samples, state } = step(work);
  // Handed over, not copied; the state may be the decoder's own.
  parentPort?.postMessage({ number, samples, state }, [samples.buffer as ArrayBuffer]);
});
