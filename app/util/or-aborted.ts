/** Work, for as long as it is waited for: a signal that is aborted rejects at once, whether the work heeds it or not. */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal, why = () => signal.reason): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(why());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
