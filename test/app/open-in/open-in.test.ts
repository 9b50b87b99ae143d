import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { DialState } from '../../../app/contract/dialing.ts';
import { fail, ok } from '../../../app/contract/failures.ts';
import type { OpenInWish } from '../../../app/contract/open-in.ts';
import { defaults, type Settings } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import type { Events } from '../../../app/events/events.ts';
import type { Party } from '../../../app/open-in/open-in.ts';
import { wireOpenIn } from '../../../app/open-in/wire.ts';

/** Somchai's, and the firm's. */
const shared = '021234567';
const all = 'https://crm.example.com/?n={number}&e={e164}&w={name}&d={direction}&x={extension}';

function desk(change: Partial<Settings> = {}, { plainHttp = false, browser = true } = {}) {
  const settings: Settings = { ...defaults, openIn: all, ...change };
  const events: Events = new EventEmitter();
  const opened: string[] = [];
  const lines: string[] = [];
  const calls: Record<string, Party> = {
    in: { number: '0812345678', name: 'วิภา', direction: 'incoming' },
    inside: { number: '102', name: 'Front desk', direction: 'outgoing' },
    abroad: { number: '001442079460958', name: null, direction: 'outgoing' },
    code: { number: '*72', name: null, direction: 'outgoing' },
    shared: { number: shared, name: 'Somchai / ACME', direction: 'incoming' },
    text: { number: 'anonymous', name: null, direction: 'incoming' },
  };
  let last: { number: string; name?: string } | null = null;
  let now = 0;
  const openIn = wireOpenIn({
    events,
    settings: () => settings,
    numbers: createNumbers(() => settings),
    plainHttp,
    callOf: (id) => calls[id] ?? null,
    last: () => last,
    whoHas: ({ number, name }) =>
      number === shared
        ? name === 'Somchai'
          ? name
          : 'Somchai / ACME'
        : number === '0812345678'
          ? 'วิภา'
          : null,
    extension: () => '101',
    async browse(address) {
      if (!browser) throw new Error(`no browser for ${address}`);
      opened.push(address);
    },
    elapsed: () => now,
    log: (line) => lines.push(line),
  });
  return {
    ...{ openIn, events, opened, lines },
    call: (id: string) => openIn.open({ of: 'call', call: id }),
    calledLast(number: string, name?: string) {
      last = { number, ...(name === undefined ? {} : { name }) };
    },
    later() {
      now += 1_000;
    },
  };
}

const query = (address = '') => Object.fromEntries(new URL(address).searchParams);

describe('what a number leads to', () => {
  it('is opened with all that is known of a call', async () => {
    const { call, opened } = desk();
    expect(await call('in')).toEqual(ok(undefined));
    expect(opened.map(query)).toEqual([
      { n: '0812345678', e: '+66812345678', w: 'วิภา', d: 'incoming', x: '101' },
    ]);
  });

  it.each(['national', 'e164', 'as-typed'] as const)(
    'is the same however numbers are sent to the PBX (%s)',
    async (numberForm) => {
      const { openIn, opened } = desk({ numberForm });
      for (const number of ['+66 81 234 5678', '0812345678', '66812345678'])
        await openIn.openParty({ number, name: null, direction: '' });
      expect(new Set(opened).size).toBe(1);
      expect(query(opened[0])).toMatchObject({ n: '0812345678', e: '+66812345678' });
    },
  );

  it.each<[wish: OpenInWish, name: string]>([
    [{ of: 'contact', number: shared, name: 'Somchai' }, 'Somchai'],
    [{ of: 'contact', number: shared, name: 'Nok' }, 'Somchai / ACME'],
    [{ of: 'contact', number: shared }, 'Somchai / ACME'],
    [{ of: 'call', call: 'shared', name: 'Somchai' }, 'Somchai'],
    [{ of: 'call', call: 'shared' }, 'Somchai / ACME'],
    [{ of: 'call', call: 'in', name: 'Somchai' }, 'วิภา'],
    [{ of: 'last' }, 'Somchai'],
  ])('says of several with one number whom the person pressed, if it is theirs: %j', async (wish, name) => {
    const { openIn, opened, calledLast } = desk();
    calledLast(shared, 'Somchai');
    await openIn.open(wish);
    expect(opened.map(query)).toMatchObject([{ w: name }]);
  });

  it('leaves the international form of an extension empty', async () => {
    const { call, opened } = desk();
    await call('inside');
    expect(opened.map(query)).toEqual([{ n: '102', e: '', w: 'Front desk', d: 'outgoing', x: '101' }]);
  });

  it('writes a number of another country in its international form, whatever carrier was dialled', async () => {
    const { call, opened } = desk();
    await call('abroad');
    expect(query(opened[0])).toMatchObject({ n: '+442079460958', e: '+442079460958' });
  });

  it.each(['code', 'text', 'gone'])('is nothing for what is nobody’s number: %s', async (id) => {
    const { call, opened } = desk();
    expect(await call(id)).toEqual(fail('open-in-nobody'));
    expect(opened).toEqual([]);
  });

  it.each(['', 'http://crm.local/{number}'])('is nothing where the address is %j', async (address) => {
    const { call, openIn, opened } = desk({ openIn: address });
    expect(openIn.isOn()).toBe(false);
    expect(openIn.offers('0812345678')).toBe(false);
    expect(await call('in')).toEqual(fail('open-in-nobody'));
    expect(opened).toEqual([]);
  });

  it('may be without encryption where IT says so', async () => {
    const { call, openIn, opened } = desk({ openIn: 'http://crm.local/{number}' }, { plainHttp: true });
    expect(openIn.isOn()).toBe(true);
    await call('in');
    expect(opened).toEqual(['http://crm.local/0812345678']);
  });

  it('is opened once by a double click, and again by a later press', async () => {
    const { call, opened, later } = desk();
    await Promise.all([call('in'), call('in'), call('in')]);
    expect(opened).toHaveLength(1);
    await call('inside');
    expect(opened).toHaveLength(2);
    later();
    await call('inside');
    expect(opened).toHaveLength(3);
  });

  it('says that there is no browser, and writes down nobody’s number', async () => {
    const { call, lines } = desk({}, { browser: false });
    expect(await call('in')).toEqual(fail('open-in'));
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/\d{3}|crm|example/);
  });

  it('shows an address with a sample in it, and none that cannot be used', () => {
    const { openIn } = desk();
    expect(openIn.check('https://crm.example.com/{e164}')).toEqual({
      problem: null,
      sample: 'https://crm.example.com/%2B66812345678',
    });
    expect(openIn.check('javascript:{number}')).toEqual({ problem: 'scheme', sample: '' });
  });
});

describe('after a call', () => {
  const placed: DialState = { kind: 'placed', display: '081', extension: null, message: '' };
  const others: DialState[] = [
    { kind: 'idle' },
    { kind: 'calling', display: '081', extension: null },
    { kind: 'failed', display: '081', failure: { code: 'unknown-outcome' } },
    { kind: 'failed', display: '081', failure: { code: 'refused' } },
  ];

  it('that was placed it is opened where the person wants that, and for no other end of one', async () => {
    const { events, opened, calledLast } = desk({ openInAfterCall: true });
    calledLast('0812345678');
    for (const state of others) events.emit('dial.changed', state);
    await Promise.resolve();
    expect(opened).toEqual([]);
    events.emit('dial.changed', placed);
    await Promise.resolve();
    expect(opened.map(query)).toEqual([
      { n: '0812345678', e: '+66812345678', w: 'วิภา', d: 'outgoing', x: '101' },
    ]);
  });

  it('it is not, where nobody asked for it', async () => {
    const { events, opened, calledLast } = desk();
    calledLast('0812345678');
    events.emit('dial.changed', placed);
    await Promise.resolve();
    expect(opened).toEqual([]);
  });
});
