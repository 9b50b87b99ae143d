import { Buffer } from 'node:buffer';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { CdrRow } from '../pbx/cdr.ts';
import type { Fault } from '../pbx/stand-in.ts';
import { withSignedIn } from './support/companion.ts';
import { row } from './support/rows.ts';

const incomplete = 'The PBX does not give all calls of ';

/** As a server behind HTTP/1.0 sends it: it ends where the connection does. */
function raw(body: string | Uint8Array, encoding = ''): Fault {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n${encoding}\r\n`;
  return { kind: 'raw', bytes: Buffer.concat([Buffer.from(head), Buffer.from(body)]) };
}
const packed = (how: string) => `Content-Encoding: ${how}\r\n`;
const reply = (rows: readonly CdrRow[]) => JSON.stringify({ success: true, value: rows });

test('whatever answers in place of the PBX is told of plainly, the calls stay, and the next good reply mends it', async () => {
  const rows = [row(60), row(120), row(180)];
  const good = reply(rows);
  // Neighbours are told of in different words, so that none passes for the next.
  const hostile: readonly (readonly [Fault, string])[] = [
    [raw(good.slice(0, -200)), "The PBX's reply got lost."],
    [raw('this is not packed', packed('gzip')), "Something answered that isn't the promptCall API."],
    [{ kind: 'close-mid-reply' }, "The PBX's reply got lost."],
    [{ kind: 'status', status: 500 }, 'The PBX has a problem of its own.'],
    [raw(gzipSync(good).subarray(0, 300), packed('gzip')), "The PBX's reply got lost."],
    [{ kind: 'redirect', to: '/elsewhere', status: 302 }, 'The PBX sends this on to another address.'],
    [
      { kind: 'raw', bytes: Buffer.from('SSH-2.0-OpenSSH_9.2\r\n') },
      "Something answered that isn't the promptCall API.",
    ],
    [{ kind: 'reset-before-reply' }, "The PBX's reply got lost."],
    [{ kind: 'html' }, "Something answered that isn't the promptCall API."],
    // A hundred million bytes of one row, in a hundred thousand.
    [
      raw(
        gzipSync(Buffer.concat([Buffer.from(good.slice(0, 40)), Buffer.alloc(1e8, 'x')]), { level: 1 }),
        packed('gzip'),
      ),
      "The PBX's answer is far too long.",
    ],
  ];
  await withSignedIn(
    async ({ page, pbx, output }) => {
      const items = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
      const status = page.locator('.calls-status');
      const refresh = page.getByRole('button', { name: 'Refresh' });
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await expect(items).toHaveCount(3);
      for (const [fault, told] of hostile) {
        pbx.fault('cdrapi', fault);
        await refresh.click();
        await expect(status).toContainText(told);
        await expect(items).toHaveCount(3);
      }
      pbx.fault('cdrapi', null);
      await refresh.click();
      await expect(status).toBeEmpty();

      // Packed as few PBXs do it; and the same whatever time it is asked about.
      const news = row(5, { src: '0890000001' });
      pbx.fault('cdrapi', raw(brotliCompressSync(reply([news, ...rows])), packed('br')));
      const before = pbx.received.length;
      await refresh.click();
      await expect(items).toHaveCount(4);
      await expect(status).toContainText(incomplete);
      expect(pbx.received.length - before).toBeLessThan(60);
      expect(output()).not.toMatch(/not expected|unhandled/i);
    },
    { pbx: { rows } },
  );
});

test('what is no row among the calls costs itself alone', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      pbx.fault('cdrapi', { kind: 'odd-rows', odd: null });
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await expect(page.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(3);
      await expect(page.locator('.calls-status')).toBeEmpty();
    },
    { pbx: { rows: [row(60), row(120), row(180)] } },
  );
});
