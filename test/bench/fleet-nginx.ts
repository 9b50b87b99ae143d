import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { testAuthority, testCertificate } from '../pbx/certificates.ts';
import { startNginx } from '../support/nginx.ts';
import { answerTakes, fleet, type Question } from './fleet.ts';

const minute = 60_000;
/** From the beginning of the second hour on. */
const [from, minutes] = [61 * minute, 2];

/**
 * Some minutes of a fleet's questions, asked again of the real nginx at their own pace. The replies have the length of the fleet's. How many
 * reach the PBX is what `fleet-cache.ts` claims of it.
 */
async function replay(questions: readonly Question[]): Promise<number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'companion-nginx-'));
  const reached: number[] = [];
  let begun = 0;
  const pbx = createServer((incoming, response) => {
    reached.push(Date.now() - begun);
    const bytes = Number(incoming.headers['x-bytes']);
    incoming.resume();
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes });
      response.end(Buffer.alloc(bytes, ' '));
    }, answerTakes(bytes));
  }).listen(0, '127.0.0.1');
  await once(pbx, 'listening');
  const { port } = pbx.address() as AddressInfo;
  const nginx = await startNginx(folder, {
    pbxPort: port,
    certificate: testCertificate('signed-by-test-ca'),
  });
  const agent = new Agent({ keepAlive: true, ca: testAuthority() });
  const first = questions[0]?.at ?? 0;

  const ask = (one: Question): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = {
        Authorization: 'Basic b2ZmaWNl',
        'Content-Type': 'application/json',
        'X-Bytes': one.bytes,
      };
      const sent = request(
        `${nginx.origin}/pbxws.php/cdrapi`,
        { method: 'POST', agent, headers },
        (reply) => {
          reply.resume().once('end', resolve).once('error', reject);
        },
      );
      sent.once('error', reject).end(JSON.stringify(one.window));
    });

  // The pieces of time in which an answer stands begin where the fleet's do.
  await after(minute - (Date.now() % minute));
  begun = Date.now() - (first % minute);
  const asked = questions.map(async (one) => {
    await after(one.at - first);
    await ask(one);
  });
  await Promise.all(asked);
  agent.destroy();
  await nginx.close();
  pbx.close();
  rmSync(folder, { recursive: true });
  return Array.from(
    { length: minutes },
    (_, at) => reached.filter((ms) => Math.floor(ms / minute) === at).length,
  );
}

const questions: Question[] = [];
let start: number | null = null;
await fleet({
  desks: Number(process.argv[2] ?? 1_000),
  hours: 1.1,
  cached: true,
  heard(question) {
    start ??= Math.floor(question.at / minute) * minute;
    const into = question.at - start - from;
    if (into >= 0 && into < minutes * minute) questions.push(question);
  },
});
const begin = Math.floor((questions[0]?.at ?? 0) / minute);
const claimed = Array.from(
  { length: minutes },
  (_, at) => questions.filter((one) => one.isMiss && Math.floor(one.at / minute) === begin + at).length,
);
console.table({ asked: questions.length, claimed, reached: await replay(questions) });
