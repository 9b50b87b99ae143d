import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { callsCost } from './calls-cost.ts';
import type { Figure } from './figures.ts';
import { fleet } from './fleet.ts';

const Scrolled = v.tuple([
  v.object({ ours: v.array(v.number()), floor: v.array(v.number()) }),
  v.object({ ours: v.array(v.number()), floor: v.array(v.number()) }),
]);

/** What the recent calls cost: to read, to search, to scroll, and the PBX. `env`: a desktop, and where Electron lies. */
export async function callsFigures(env: NodeJS.ProcessEnv): Promise<Figure[]> {
  const script = path.join(import.meta.dirname, 'calls-scroll.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env });
  const [followed, dragged] = v.parse(Scrolled, JSON.parse(stdout));
  const cost = await callsCost({ runs: 3 });
  // The whole fleet takes minutes, and is run by itself.
  const desks = await fleet({ desks: 50 });
  const each = { unit: 'ms', aim: { times: 1.25 } } as const;
  return [
    { what: 'a frame of 20,000 calls, quickly scrolled, beside an empty box', ...each, ...followed },
    { what: 'the same, its bar dragged', ...each, ...dragged },
    {
      what: '100,000 rows to calls, beside JSON.parse',
      unit: 'ms',
      ours: [cost.fewOwn],
      floor: [cost.parse],
      aim: { times: 3 },
    },
    { what: 'one question to 20,000 calls', unit: 'ms', ours: [cost.search], aim: { most: 16 } },
    {
      what: 'requests of the busiest idle desk',
      unit: 'an hour',
      ours: [desks.mostByIdleDesk],
      aim: { most: 60 },
    },
    {
      what: 'missed calls that nobody was told of',
      unit: '',
      ours: [desks.missed - desks.missedFound],
      aim: { most: 0 },
    },
    {
      what: 'own calls that are on no list',
      unit: '',
      ours: [desks.ownCalls - desks.found],
      aim: { most: 0 },
    },
  ];
}
