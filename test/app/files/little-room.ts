import { execFileSync } from 'node:child_process';

const ignore = () => {};
const limit = (bytes: string) => execFileSync('prlimit', ['--pid', `${process.pid}`, `--fsize=${bytes}:`]);

/**
 * While no file may grow beyond so many bytes: like a disk that is nearly full, the system takes a part of what is written and turns
 * down the rest.
 */
export async function withLittleRoom<T>(bytes: number, act: () => T | Promise<T>): Promise<T> {
  process.on('SIGXFSZ', ignore);
  limit(`${bytes}`);
  try {
    return await act();
  } finally {
    limit('unlimited');
    process.off('SIGXFSZ', ignore);
  }
}
