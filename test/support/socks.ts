import { take } from '../../app/pbx/once/take.ts';
import { type Behaviour, passTo } from './switchable.ts';

/** What a proxy of SOCKS 5 (RFC 1928) does with one who comes. */
export interface SocksWays {
  /** The way of telling who asks that it chooses: 0 none, 2 a password, 255 none of those offered. */
  readonly way?: number;
  /** What it answers to a wish (§6); 0: there you are. */
  readonly answer?: number;
  /** The kind of address in its answer: 1, 3 or 4. */
  readonly kind?: 1 | 3 | 4;
  /** Where it closes without a word. */
  readonly closes?: 'at once' | 'after the greeting' | 'after the wish' | 'within its answer';
  /** Hears where each one wants to go, as `name:port`. */
  readonly heard?: (to: string) => void;
}

const addresses = {
  1: [127, 0, 0, 1],
  3: [9, ...Buffer.from('localhost')],
  4: [...new Uint8Array(15), 1],
} as const;

/** Tunnels, whatever the place that is asked for, lead to this port. */
export const socksTo =
  (port: number, { way = 0, answer = 0, kind = 1, closes, heard }: SocksWays = {}): Behaviour =>
  (client) => {
    void serve();
    async function serve(): Promise<void> {
      if (closes === 'at once') return void client.end();
      const [version, ways = 0] = (await take(client, 2)) ?? [];
      if (version !== 5 || (await take(client, ways)) === null) return void client.destroy();
      if (closes === 'after the greeting') return void client.end();
      client.write(Buffer.of(5, way));
      if (way !== 0) return void client.end();
      const [, , , , length = 0] = (await take(client, 5)) ?? [];
      const rest = await take(client, length + 2);
      if (rest === null || closes === 'after the wish') return void client.end();
      heard?.(`${rest.toString('latin1', 0, length)}:${rest.readUInt16BE(length)}`);
      const said = Buffer.of(5, answer, 0, kind, ...addresses[kind], 0, 80);
      if (closes === 'within its answer') return void client.end(said.subarray(0, 5));
      if (answer !== 0) return void client.end(said);
      client.write(said);
      passTo(port)(client);
    }
  };
