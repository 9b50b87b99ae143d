import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../app/contract/failures.ts';
import { type RequestInput, type RequestName, requests } from '../../../app/contract/requests.ts';
import { defaults } from '../../../app/contract/settings.ts';
import { type Handlers, Refused, serve } from '../../../app/gate/serve.ts';
import { limits } from '../../../app/policies/limits.ts';
import { maySend, pageOf, type WindowName } from '../../../app/policies/windows.ts';

const sender = (window: WindowName) => ({ url: pageOf[window], isMainFrame: true, window });
const own = sender('main');
const look = { query: '', filter: 'all' } as const;
const id = `r${'0'.repeat(32)}`;

/** What an honest page sends, of every request that there is. */
const inputs: { readonly [N in RequestName]: RequestInput<N> } = {
  'session.get': undefined,
  'session.signIn': {
    address: 'pbx.example.com',
    apiKey: 'k',
    apiSecret: 's',
    extension: '101',
    agentId: '',
    authentication: 'header',
    requests: 'post',
    allowPlainHttp: false,
  },
  'session.signOut': undefined,
  'directory.get': undefined,
  'directory.refresh': undefined,
  'directory.chooseFile': undefined,
  'directory.password': { password: 'p' },
  'setUp.get': undefined,
  'setUp.choose': undefined,
  'setUp.dropped': { file: '/f' },
  'setUp.confirm': { question: 'q' },
  'setUp.dismiss': { question: null },
  'notes.given': undefined,
  'number.describe': { typed: '1' },
  'people.find': { typed: '1' },
  'number.find': { text: '1' },
  'number.menu': { display: '081 234 5678', opens: true, x: 20, y: 30 },
  'dial.call': { number: '1', from: 'pad' },
  'dial.confirm': { question: 'q', choice: 0 },
  'dial.cancel': { question: 'q' },
  'dial.get': undefined,
  'question.get': undefined,
  'question.drawn': { question: 'q', height: 200 },
  'question.call': { question: 'q', choice: 0 },
  'question.cancel': { question: 'q' },
  'attempts.last': undefined,
  'favourites.list': undefined,
  'favourites.add': { number: '1', name: 'n' },
  'favourites.change': { id: 'f', number: '1', name: 'n' },
  'favourites.move': { id: 'f', to: 0 },
  'favourites.remove': { id: 'f' },
  'contacts.search': { text: '', count: 1 },
  'contacts.page': { text: '', from: 0, count: 1 },
  'contacts.add': { name: 'n', company: '', note: '', numbers: [{ number: '1', label: '' }] },
  'contacts.change': { id: 'c', name: 'n', company: '', note: '', numbers: [] },
  'contacts.remove': { id: 'c' },
  'contacts.undo': { change: 'c' },
  'contacts.openFile': undefined,
  'contacts.readFile': { bytes: new Uint8Array(1) },
  'contacts.readText': { text: '' },
  'contacts.import': { import: 'i' },
  'contacts.forgetImport': undefined,
  'contacts.export': { as: 'vcard' },
  'contacts.pin': { number: 'n', pinned: true },
  'recordings.open': { call: 'c', index: 0 },
  'recordings.again': { id },
  'recordings.measures': { id, count: 1 },
  'recordings.sketch': { id, count: 1 },
  'recordings.encoded': { id, seconds: 1 },
  'recordings.heard': { id, levels: new Float64Array(1), peak: 0, seconds: 1 },
  'recordings.save': { id, as: 'original', direction: 'Outgoing', number: '1', name: '' },
  'recordings.drag': { id, step: 'make', as: 'original', direction: 'Outgoing', number: '1', name: '' },
  'recordings.saveAll': { ...look, call: 'c', which: 'day' },
  'recordings.saveRest': undefined,
  'recordings.stopSavingAll': undefined,
  'recordings.stopSaving': { id },
  'recordings.close': { id, at: 0 },
  'calls.search': { ...look, count: 1 },
  'calls.page': { ...look, from: 0, count: 1 },
  'calls.recorded': { ...look, call: 'c' },
  'calls.person': { number: '0812345678' },
  'calls.myDay': { span: 'day' },
  'calls.status': undefined,
  'calls.open': { open: true },
  'calls.refresh': undefined,
  'calls.reachBack': { to: 0 },
  'calls.done': { id: 'c' },
  'calls.remind': { id: 'c', at: 1 },
  'calls.notDone': { id: 'c' },
  'calls.undo': { change: 'c' },
  'calls.note': { id: 'c', text: '' },
  'notes.export': undefined,
  'notes.import': undefined,
  'calls.export': look,
  'openIn.open': { of: 'last' },
  'openIn.check': { address: 'a' },
  'settings.get': undefined,
  'settings.set': { theme: defaults.theme },
  'number.about': { call: 'c' },
  'number.forget': { call: 'c', contact: false },
  'proxy.question': undefined,
  'proxy.answer': { user: 'somchai', password: 'p' },
  'proxy.decline': undefined,
  'proxy.ask': undefined,
  'proxy.forget': undefined,
  'certificate.refused': { of: 'pbx' },
  'certificate.trust': { of: 'directory', sha256: 'ab' },
  'certificate.forget': { of: 'pbx' },
  'kept.going': { keepCalls: 30 },
  'rules.check': { name: 'n', match: '1', action: 'block', value: '' },
  'rules.test': { number: '1' },
  'hotkey.record': { on: true },
  'hotkey.ask': undefined,
  'hotkey.try': { on: true },
  'gettingStarted.done': { lines: ['hotkey'] },
  'files.damaged': undefined,
  'files.read': undefined,
  'page.given': {
    screen: 'dialPad',
    favourites: false,
    switchRead: false,
    number: { shown: '', start: 0, end: 0 },
    extension: null,
    outcome: null,
    calls: { ...look, details: null, place: null },
    contacts: { query: '', opened: null },
    ruleTrial: '',
  },
  'page.kept': undefined,
  'page.drawn': undefined,
  'window.hide': undefined,
  'app.quit': undefined,
  'about.help': undefined,
  'about.checkForUpdates': undefined,
  'about.diagnostics': undefined,
  'about.licences': undefined,
};

function gate(answer: () => unknown) {
  let now = 0;
  const logged: string[] = [];
  const all = new Proxy({}, { get: () => answer }) as Handlers;
  const asked = serve(
    all,
    (line) => logged.push(line),
    () => now,
  );
  return {
    ask: (name: RequestName) => asked(maySend('main', name) ? own : sender('question'), name, inputs[name]),
    asked,
    logged,
    later: (ms: number) => {
      now += ms;
    },
  };
}

/** A failure passes every contract's output. */
const answered = fail('refused');
const tooMany = fail('too-many');

describe('a page that is taken over', () => {
  it.each(Object.keys(requests) as RequestName[])(
    'is held to a number of %s in a minute, for a reason',
    async (name) => {
      const { perMinute, why } = limits[name];
      expect(why.length).toBeGreaterThan(15);
      const { ask, logged, later } = gate(() => answered);
      expect(await ask(name)).toEqual(answered);
      later(1_000);
      for (let count = 1; count < perMinute; count++) expect(await ask(name)).toEqual(answered);
      expect(await ask(name)).toEqual(tooMany);
      expect(logged).toEqual([`ipc refused: too many of ${name}`]);
      // The oldest is a minute old, and only that one.
      later(59_000);
      expect(await ask(name)).toEqual(answered);
      expect(await ask(name)).toEqual(tooMany);
      later(1_000);
      expect(await ask(name)).toEqual(answered);
    },
  );

  it('does not use up one request by another', async () => {
    const { ask } = gate(() => answered);
    for (let count = 0; count <= limits['dial.call'].perMinute; count++) await ask('dial.call');
    expect(await ask('dial.cancel')).toEqual(answered);
  });

  it.each((Object.keys(limits) as RequestName[]).filter((name) => limits[name].atOnce !== undefined))(
    'has few of %s at once, and others when these are over, well or badly',
    async (name) => {
      const waiting: { resolve: (reply: unknown) => void; reject: (error: Error) => void }[] = [];
      const { ask } = gate(() => new Promise((resolve, reject) => waiting.push({ resolve, reject })));
      const { atOnce = 0 } = limits[name];
      const first = Array.from({ length: atOnce }, () => ask(name));
      expect(await ask(name)).toEqual(tooMany);
      waiting.shift()?.reject(new Error('a bug'));
      await expect(first[0]).rejects.toThrow('a bug');
      const next = ask(name);
      waiting.at(-1)?.resolve(answered);
      expect(await next).toEqual(answered);
    },
  );

  it('cannot fill the log with what it is refused', async () => {
    const { asked, logged } = gate(() => answered);
    for (let count = 0; count < 1_000; count++) {
      await expect(asked(own, 'session.getToken', count)).rejects.toBeInstanceOf(Refused);
    }
    expect(logged.length).toBeLessThan(100);
    expect(logged.length).toBeGreaterThan(0);
  });
});

it('a person at reception is never held up: a call every two seconds, each asked about, all day', async () => {
  const { ask, later } = gate(() => ok({ kind: 'idle' }));
  for (let count = 0; count < 500; count++) {
    expect(await ask('dial.call')).toMatchObject({ ok: true });
    expect(await ask('dial.confirm')).toMatchObject({ ok: true });
    later(2_000);
  }
});
