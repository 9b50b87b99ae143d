import { Worker } from 'node:worker_threads';

const source = new URL('../../../app/recordings/decode/worker.ts', import.meta.url).href;
const tsx = import.meta.resolve('tsx/esm/api');

/** The thread as the program starts it, from its source in place of its bundle. */
export function startDecoder(): Worker {
  const run = `import(${JSON.stringify(tsx)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(source)});
  });`;
  return new Worker(run, { eval: true });
}
