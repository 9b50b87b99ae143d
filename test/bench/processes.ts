import { readdirSync, readFileSync } from 'node:fs';

const numbered = (folder: string): number[] => {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
};

/** Empty where the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A process and all below it, Chromium's zygotes and their children included. */
export function treeOf(root: number): number[] {
  const parents = new Map(
    numbered('/proc').map((pid) => {
      // The name, in brackets, may hold spaces and brackets itself.
      const afterName = read(`/proc/${pid}/stat`).split(') ').at(-1) ?? '';
      return [pid, Number(afterName.split(' ')[1])] as const;
    }),
  );
  const tree = [root];
  for (const above of tree) for (const [pid, parent] of parents) if (parent === above) tree.push(pid);
  return tree;
}

/** Proportional set size in MiB: what processes share is counted once, so that the sum is what the machine is short of. */
export function memoryOf(root: number): number {
  const kib = treeOf(root).map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  );
  return kib.reduce((sum, one) => sum + one, 0) / 1024;
}

/**
 * Milliseconds on a CPU so far, by thread. From the scheduler's own nanoseconds: the ticks of /proc/PID/stat are 10 ms
 * long, which is a good part of what an idle program uses at all.
 */
export function cpuOf(root: number): Map<string, number> {
  const spent = new Map<string, number>();
  for (const pid of treeOf(root)) {
    for (const thread of numbered(`/proc/${pid}/task`)) {
      const nanoseconds = Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]);
      spent.set(`${pid}/${thread} ${read(`/proc/${pid}/task/${thread}/comm`).trim()}`, nanoseconds / 1e6);
    }
  }
  return spent;
}

export function spentBetween(before: Map<string, number>, after: Map<string, number>): number {
  let sum = 0;
  for (const [thread, spent] of after) sum += spent - (before.get(thread) ?? 0);
  return sum;
}
