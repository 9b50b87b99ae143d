import { describe, expect, it } from 'vitest';
import { answered, briefs, callRows, shownTo } from './rows-of.ts';

const trunk = 'PJSIP/trunk-0000000a';
const customer = { src: '0812345678', cnum: '0812345678', did: '021110101' } as const;
const phone = (extension: string, serial = '0000000b'): string => `PJSIP/${extension}-${serial}`;

describe('whose a call is', () => {
  it('takes extensions whole: 10 is not 101, nor 1010, nor a customer whose number ends so', () => {
    const rows = callRows(
      { ...customer, src: '0812340101', cnum: '0812340101', dst: '101', channel: trunk },
      { dstchannel: phone('101') },
    );
    expect(briefs('101', rows)).toEqual(['incoming 0812340101 missed']);
    for (const other of ['10', '1010', '01', '0101', '1', '0812340101'])
      expect(briefs(other, rows)).toEqual([]);
  });

  it('is not fooled by an outsider who presents an extension as their number', () => {
    const rows = callRows(
      { src: '101', cnum: '101', dst: '102', did: '021110102', channel: trunk },
      { dstchannel: phone('102') },
    );
    expect(briefs('101', rows)).toEqual([]);
    expect(briefs('102', rows)).toEqual(['incoming 101 missed']);
    // Let through to another trunk, with nothing that says it came from outside.
    const through = callRows(
      { src: '101', cnum: '101', dst: '0899999999', channel: trunk },
      { dstchannel: 'PJSIP/other-0c' },
    );
    expect(briefs('101', through)).toEqual([]);
  });

  it('knows phones by names with letters and hyphens', () => {
    const rows = callRows(
      { ...customer, dst: 'front-desk', channel: trunk },
      { dstchannel: phone('front-desk'), ...answered },
    );
    expect(briefs('front-desk', rows)).toEqual(['incoming 0812345678 answered']);
    expect(briefs('front', rows)).toEqual([]);
    expect(briefs('desk', rows)).toEqual([]);
  });

  it('knows an analogue phone by its number, for its channel has none', () => {
    const rows = callRows(
      { src: '101', dst: '0812345678', channel: 'DAHDI/5-1', dstchannel: trunk },
      answered,
    );
    expect(briefs('101', rows)).toEqual(['outgoing 0812345678 answered']);
  });

  it('goes by numbers where the columns of channels are missing', () => {
    const rows = callRows(
      {},
      { src: '101', dst: '0812345678', ...answered },
      { at: '60', src: '0812345678', dst: '101', uniqueid: 'x', linkedid: 'x' },
    ).map(({ channel: _, dstchannel: __, ...row }) => row);
    expect(briefs('101', rows)).toEqual(['incoming 0812345678 missed', 'outgoing 0812345678 answered']);
    expect(briefs('10', rows)).toEqual([]);
  });

  it('says why each call is shown', () => {
    const why = (rows: ReturnType<typeof callRows>) =>
      shownTo({ extension: '101', agentId: '2001' }, rows).map((call) => call.why);
    expect(why(callRows({ channel: phone('101'), dst: '102' }, {}))).toEqual([['channel']]);
    expect(why(callRows({ channel: trunk, dstchannel: phone('101'), dst: '101' }, {}))).toEqual([
      ['dstchannel'],
    ]);
    expect(why(callRows({ ...customer, channel: trunk, dst: '101' }, {}))).toEqual([['dst']]);
    expect(
      why(
        callRows({ ...customer, channel: trunk, dst: '600', dstchannel: 'Agent/2001', lastapp: 'Queue' }, {}),
      ),
    ).toEqual([['agent']]);
    expect(
      why(
        callRows(
          { cnum: '101', channel: 'Local/0812@from-internal-01;2', dst: '0812', dstchannel: trunk },
          {},
        ),
      ),
    ).toEqual([['cnum']]);
  });
});

describe('a call that comes in', () => {
  it('is missed where the phone could not be reached at all', () => {
    for (const disposition of ['FAILED', 'CONGESTION', 'BUSY', 'NO ANSWER']) {
      const rows = callRows({ ...customer, dst: '101', channel: trunk, disposition }, {});
      expect(briefs('101', rows)).toEqual(['incoming 0812345678 missed']);
    }
  });

  it('is missed where voicemail answered, in whatever rows that is written', () => {
    const ring = { ...customer, dst: '101', channel: trunk, dstchannel: phone('101') };
    const machine = { lastapp: 'VoiceMail', lastdata: '101@default,u', ...answered };
    for (const rows of [
      callRows({ ...ring, ...machine }, {}),
      callRows(ring, {}, { at: '20', dstchannel: '', dst: 's-NOANSWER', ...machine }),
      callRows(ring, {}, { at: '20', dstchannel: '', dst: 'vmu101', ...machine }),
      callRows({ ...ring, dstchannel: '' }, { dst: 's-CHANUNAVAIL', ...machine }),
      callRows({ ...ring, dstchannel: '' }, { dst: 'vmb101', ...machine }),
    ]) {
      expect(briefs('101', rows)).toEqual(['incoming 0812345678 missed']);
      expect(shownTo('101', rows)[0]?.via).toContain('voicemail');
    }
  });

  it("is answered behind a menu, whose talking is not counted as the person's", () => {
    const rows = callRows(
      { ...customer, channel: trunk },
      { dst: '101', dstchannel: phone('101'), disposition: 'ANSWERED', duration: '50', billsec: '50' },
    );
    expect(shownTo('101', rows)[0]).toMatchObject({
      result: 'answered',
      talkSeconds: null,
      ringSeconds: null,
      lineSeconds: 50,
    });
  });

  it('tells ring and talk time where the row does', () => {
    const rows = callRows({ ...customer, channel: trunk, dst: '101', dstchannel: phone('101') }, answered);
    expect(shownTo('101', rows)[0]).toMatchObject({ ringSeconds: 6, talkSeconds: 24, lineSeconds: 24 });
  });

  it('of a ring group is answered for one and answered elsewhere for the others, who see no recording', () => {
    const group = { ...customer, dst: '300', dcontext: 'ext-group', channel: trunk, recordingfile: 'rg.wav' };
    const rows = callRows(
      group,
      { dstchannel: phone('101') },
      { dstchannel: phone('102'), ...answered },
      { dstchannel: phone('103') },
    );
    expect(briefs('102', rows)).toEqual(['incoming 0812345678 answered 1']);
    expect(briefs('101', rows)).toEqual(['incoming 0812345678 answered-elsewhere']);
    expect(briefs('103', rows)).toEqual(['incoming 0812345678 answered-elsewhere']);
    expect(briefs('104', rows)).toEqual([]);
    expect(briefs('300', rows)).toEqual([]);
    expect(shownTo('101', rows)[0]?.via).toEqual(['ring-group']);
  });

  it('of a ring group of Local channels is one call', () => {
    const local = (extension: string, half: string) =>
      `Local/RG-300-${extension}@from-internal-000000${extension}${half}`;
    const outer = { ...customer, dst: '300', dcontext: 'ext-group', channel: trunk };
    const inner = (extension: string) => ({
      ...customer,
      dst: extension,
      uniqueid: `1795400000.${extension}`,
      channel: local(extension, ';2'),
      dstchannel: phone(extension),
    });
    const rows = callRows(
      {},
      { ...outer, dstchannel: local('101', ';1') },
      { ...outer, dstchannel: local('102', ';1'), ...answered },
      inner('101'),
      { ...inner('102'), ...answered },
    );
    expect(briefs('101', rows)).toEqual(['incoming 0812345678 answered-elsewhere']);
    expect(briefs('102', rows)).toEqual(['incoming 0812345678 answered']);
  });

  it('through a Local channel is not settled while the caller may be talking to a colleague', () => {
    const ring = {
      ...customer,
      dst: '101',
      channel: 'Local/101@from-queue-00000001;2',
      dstchannel: phone('101'),
    };
    const [call] = shownTo('101', callRows(ring, {}));
    expect(call).toMatchObject({ direction: 'incoming', result: 'missed', settled: false });
  });

  it('of a queue goes by the agent: his phone, his channel, his Local channel, on any phone', () => {
    const queue = { ...customer, dst: '600', dcontext: 'ext-queues', channel: trunk, lastapp: 'Queue' };
    const owner = { extension: '101', agentId: '2001' };
    for (const dstchannel of [
      'Agent/2001',
      'Local/2001@agents-00000001;1',
      'Local/2001@from-queue-00000001;1',
      phone('101'),
    ]) {
      expect(briefs(owner, callRows({ ...queue, dstchannel }, answered))).toEqual([
        'incoming 0812345678 answered',
      ]);
      expect(briefs(owner, callRows({ ...queue, dstchannel }, {}))).toEqual(['incoming 0812345678 missed']);
    }
    const hotDesk = callRows(
      {},
      { ...queue, dstchannel: 'Local/2001@agents-00000001;1', ...answered },
      {
        ...customer,
        dst: '2001',
        channel: 'Local/2001@agents-00000001;2',
        dstchannel: phone('105'),
        ...answered,
      },
    );
    expect(briefs(owner, hotDesk)).toHaveLength(1);
    // A colleague's phone may have the number that is somebody's agent id.
    expect(
      briefs(
        owner,
        callRows({ ...customer, dst: '2001', channel: trunk, dstchannel: phone('2001') }, answered),
      ),
    ).toEqual([]);
    expect(
      briefs({ extension: '101', agentId: null }, callRows({ ...queue, dstchannel: 'Agent/2001' }, answered)),
    ).toEqual([]);
  });

  it('of a queue stays incoming when the agent asks a colleague during it', () => {
    const local = 'Local/101@from-queue-00000001';
    const rows = callRows(
      customer,
      { at: '2', dst: '101', channel: `${local};2`, dstchannel: phone('101'), ...answered },
      { at: '2', dst: '600', channel: trunk, dstchannel: `${local};1`, lastapp: 'Queue', ...answered },
      {
        at: '1',
        src: '101',
        cnum: '101',
        did: '',
        dst: '102',
        channel: phone('101', '0000000e'),
        dstchannel: phone('102'),
      },
    );
    expect(briefs('101', rows)).toEqual(['incoming 0812345678 answered']);
  });

  it('of a queue was answered elsewhere where a later try of a colleague was answered', () => {
    const queue = { ...customer, dst: '600', dcontext: 'ext-queues', channel: trunk, lastapp: 'Queue' };
    const rows = callRows(
      queue,
      { dstchannel: phone('101') },
      { at: '21', dstchannel: phone('101', '0000000c') },
      { at: '42', dstchannel: phone('102'), ...answered },
    );
    expect(briefs('101', rows)).toEqual(['incoming 0812345678 answered-elsewhere']);
    expect(shownTo('101', rows)[0]?.ringSeconds).toBe(40);
  });

  it('was missed after a blind transfer nobody picked up, though the first to answer did', () => {
    const rows = callRows(
      { ...customer, dst: '102', channel: trunk },
      { dstchannel: phone('101'), lastdata: 'PJSIP/101,20', ...answered, recordingfile: 'a.wav' },
      { at: '30', dstchannel: phone('102') },
    );
    expect(briefs('101', rows)).toEqual(['incoming 0812345678 answered 1']);
    expect(briefs('102', rows)).toEqual(['incoming 0812345678 missed']);
  });

  it("after an attended transfer is one call, from the customer, with one's own recordings only", () => {
    const rows = callRows(
      { cnum: '' },
      {
        ...customer,
        dst: '101',
        channel: trunk,
        dstchannel: phone('101'),
        ...answered,
        recordingfile: 'one.wav',
      },
      {
        at: '15',
        src: '101',
        cnum: '101',
        dst: '102',
        channel: phone('101', '0000000e'),
        dstchannel: phone('102', '0000000f'),
        ...answered,
        recordingfile: 'two.wav',
        uniqueid: '1795400000.7',
      },
      {
        at: '31',
        ...customer,
        dst: '102',
        channel: trunk,
        dstchannel: phone('102', '0000000f'),
        ...answered,
        recordingfile: 'three.wav',
      },
    );
    expect(briefs('101', rows)).toEqual(['incoming 0812345678 answered 1']);
    expect(briefs('102', rows)).toEqual(['incoming 0812345678 answered 2']);
  });

  it('that was forwarded and taken on another phone was answered elsewhere', () => {
    const rows = callRows(
      { dst: '101' },
      { ...customer, channel: trunk, dstchannel: 'Local/0899999999@from-internal-00000001;1', ...answered },
      {
        ...customer,
        dst: '0899999999',
        channel: 'Local/0899999999@from-internal-00000001;2',
        dstchannel: 'PJSIP/trunk-0000000c',
        ...answered,
      },
    );
    expect(briefs('101', rows)).toEqual(['incoming 0812345678 answered-elsewhere']);
    expect(shownTo('101', rows)[0]?.via).toContain('forwarded');
  });

  it('that a colleague picked up was answered elsewhere', () => {
    const rows = callRows(
      { ...customer, dst: '101', channel: trunk, dstchannel: phone('102'), lastdata: 'PJSIP/101,20,Ttr' },
      answered,
    );
    expect(briefs('101', rows)).toEqual(['incoming 0812345678 answered-elsewhere']);
    expect(briefs('102', rows)).toEqual(['incoming 0812345678 answered']);
  });

  it('shows a colleague by extension, whatever number his phone sends', () => {
    for (const src of ['021110000', '101', '102']) {
      const rows = callRows(
        { src, cnum: src, dst: '101', channel: phone('102', '0000000c'), dstchannel: phone('101') },
        answered,
      );
      expect(briefs('101', rows)).toEqual(['incoming 102 answered']);
    }
  });

  it('shows withheld numbers as the PBX writes them, Thai names whole, and no number twice', () => {
    const from = (src: string, clid: string, cnam: string) =>
      shownTo(
        '101',
        callRows({ src, clid, cnam, dst: '101', channel: trunk, dstchannel: phone('101') }, {}),
      )[0]?.party;
    expect(from('anonymous', '"Anonymous" <anonymous>', 'Anonymous')).toEqual({
      number: 'anonymous',
      name: 'Anonymous',
    });
    expect(from('0611111111', '"คุณทดสอบ ระบบ" <0611111111>', '')).toEqual({
      number: '0611111111',
      name: 'คุณทดสอบ ระบบ',
    });
    expect(from('0812345678', '"0812345678" <0812345678>', '0812345678')).toEqual({
      number: '0812345678',
      name: null,
    });
    expect(from('', '', '')).toEqual({ number: null, name: null });
  });
});

describe('a call that goes out', () => {
  const out = {
    src: '021110000',
    cnum: '101',
    dst: '0812345678',
    channel: phone('101'),
    dstchannel: trunk,
  } as const;

  it('has the result of the last trunk that was tried', () => {
    const rows = callRows(
      out,
      { disposition: 'CONGESTION' },
      { at: '2', dstchannel: 'PJSIP/other-0000000c', disposition: 'BUSY' },
    );
    expect(briefs('101', rows)).toEqual(['outgoing 0812345678 busy']);
    expect(briefs('101', callRows(out, { disposition: 'CONGESTION' }, { at: '2', ...answered }))).toEqual([
      'outgoing 0812345678 answered',
    ]);
  });

  it('was not answered where only an announcement was', () => {
    for (const [ending, result] of [
      ['out-BUSY', 'busy'],
      ['out-NOANSWER', 'no-answer'],
      ['out-CONGESTION', 'failed'],
      ['s-CHANUNAVAIL', 'failed'],
    ]) {
      const rows = callRows(
        { ...out, billsec: '4' },
        {
          at: '2',
          dst: ending ?? '',
          dstchannel: '',
          lastapp: 'Playback',
          lastdata: 'x',
          disposition: 'ANSWERED',
        },
      );
      expect(briefs('101', rows)[0]).toMatch(new RegExp(`^outgoing .* ${result}$`));
    }
    const noTrunk = callRows(
      { ...out, dstchannel: '', lastapp: 'Congestion', disposition: 'ANSWERED', billsec: '3' },
      {},
    );
    expect(briefs('101', noTrunk)).toEqual(['outgoing 0812345678 failed']);
  });

  it('to a service of the PBX was answered by it', () => {
    for (const [dst, lastapp] of [
      ['*43', 'Echo'],
      ['*97', 'VoiceMailMain'],
      ['8000', 'ConfBridge'],
      ['*60', 'Playback'],
      ['700', 'BackGround'],
    ]) {
      const rows = callRows(
        {
          ...out,
          dst: dst ?? '',
          dstchannel: '',
          lastapp: lastapp ?? '',
          disposition: 'ANSWERED',
          duration: '5',
          billsec: '5',
        },
        {},
      );
      expect(briefs('101', rows)).toEqual([`outgoing ${dst} answered`]);
    }
  });

  it('to a colleague whose voicemail answered at once was not answered', () => {
    const rows = callRows(
      { ...out, src: '101', dstchannel: '', lastapp: 'VoiceMail', lastdata: '102@default,u', ...answered },
      { dst: 'vmu102' },
    );
    expect(briefs('101', rows)).toEqual(['outgoing 102 no-answer']);
    expect(briefs('102', rows)).toEqual(['incoming 101 missed']);
  });

  it('to a ring group or a queue has its number, and one result', () => {
    const rows = callRows(
      { ...out, src: '101', dst: '300' },
      { dstchannel: phone('102') },
      { dstchannel: phone('103'), ...answered },
    );
    expect(briefs('101', rows)).toEqual(['outgoing 300 answered']);
    expect(briefs('102', rows)).toEqual(['incoming 101 answered-elsewhere']);
    expect(briefs('103', rows)).toEqual(['incoming 101 answered']);
  });

  it('keeps the number that was dialled when the other end was transferred', () => {
    const rows = callRows(
      { ...out, src: '101', cnum: '101', dst: '103' },
      { dstchannel: phone('102'), lastdata: 'PJSIP/102,20', ...answered },
      { at: '30', dstchannel: phone('103'), lastdata: 'PJSIP/103,20', ...answered },
    );
    expect(briefs('101', rows)).toEqual(['outgoing 102 answered']);
    expect(shownTo('101', rows)[0]?.via).toEqual(['transfer']);
  });
});

describe('a click-to-call', () => {
  const pair = 'Local/101@from-internal-00000001';
  const own = {
    src: '0898765433',
    cnum: '101',
    dst: '101',
    channel: `${pair};2`,
    dstchannel: phone('101'),
  } as const;
  const far = {
    src: '021110000',
    cnum: '101',
    dst: '0898765433',
    channel: `${pair};1`,
    dstchannel: trunk,
  } as const;

  it('is one outgoing call however the far end was', () => {
    const rung = { ...own, ...answered };
    expect(briefs('101', callRows({}, { ...rung, uniqueid: '1.1' }, { ...far, ...answered }))).toEqual([
      'outgoing 0898765433 answered',
    ]);
    expect(briefs('101', callRows({}, rung, { ...far, disposition: 'BUSY', billsec: '3' }))).toEqual([
      'outgoing 0898765433 busy',
    ]);
    expect(briefs('101', callRows({}, rung, { ...far, billsec: '9' }))).toEqual([
      'outgoing 0898765433 no-answer',
    ]);
    expect(
      briefs(
        '101',
        callRows(
          {},
          rung,
          { ...far, disposition: 'FAILED' },
          { at: '3', ...far, dst: 'out-CONGESTION', dstchannel: '', lastapp: 'Playback', ...answered },
        ),
      ),
    ).toEqual(['outgoing 0898765433 failed']);
    expect(briefs('101', callRows({}, own))).toEqual(['outgoing 0898765433 no-answer']);
    expect(briefs('101', callRows({}, { ...own, disposition: 'BUSY' }))).toEqual([
      'outgoing 0898765433 busy',
    ]);
  });

  it('is one call also where the Local channel was optimised away', () => {
    const rows = callRows({}, { ...own, ...answered }, { ...far, channel: phone('101'), ...answered });
    expect(briefs('101', rows)).toEqual(['outgoing 0898765433 answered']);
  });

  it("does not call seconds talk that began with one's own phone", () => {
    const [call] = shownTo('101', callRows({}, { ...own, ...answered }, { ...far, ...answered }));
    expect(call).toMatchObject({ clickToCall: true, talkSeconds: null, ringSeconds: null, lineSeconds: 24 });
    const [busy] = shownTo(
      '101',
      callRows({ ...far, channel: phone('101') }, { disposition: 'BUSY', billsec: '2' }),
    );
    expect(busy).toMatchObject({ clickToCall: true, talkSeconds: null, result: 'busy' });
    expect(shownTo('101', callRows({}, own))[0]).toMatchObject({ clickToCall: true, ringSeconds: null });
    const [dialled] = shownTo('101', callRows({ ...far, channel: phone('101') }, answered));
    expect(dialled).toMatchObject({ clickToCall: false, talkSeconds: 24, ringSeconds: 6 });
  });

  it('to a colleague is an incoming call from me for them, whatever the caller id says', () => {
    const rows = callRows(
      { src: '102', cnum: '102', dst: '102', channel: phone('101'), dstchannel: phone('102') },
      answered,
    );
    expect(briefs('101', rows)).toEqual(['outgoing 102 answered']);
    expect(briefs('102', rows)).toEqual(['incoming 101 answered']);
  });

  it("that was handed over is still the caller's, and the customer's call for whom it was handed to", () => {
    const rows = callRows(
      {},
      { ...far, channel: phone('101'), ...answered },
      { at: '30', src: '0898765433', dst: '102', channel: trunk, dstchannel: phone('102'), ...answered },
    );
    expect(briefs('101', rows)).toEqual(['outgoing 0898765433 answered']);
    expect(briefs('102', rows)).toEqual(['incoming 0898765433 answered']);
  });
});

describe('rows that no PBX should send', () => {
  const ring = { ...customer, dst: '101', channel: trunk, dstchannel: phone('101') };

  it('are shown as text, bounded, without control characters and overrides', () => {
    const [call] = shownTo(
      '101',
      callRows(
        {
          ...ring,
          src: '9'.repeat(10_000),
          cnam: `<img src=x onerror=alert(1)>\u202e\u0000${'ก'.repeat(10_000)}`,
        },
        {},
      ),
    );
    expect(call?.party.number?.length).toBeLessThan(100);
    expect(call?.party.name?.length).toBeLessThanOrEqual(200);
    expect(call?.party.name).toContain('<img src=x onerror=alert(1)>');
    expect(call?.party.name).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('cost no other call', () => {
    const odd: Readonly<Record<string, unknown>>[] = [
      {},
      { calldate: null, channel: 5, linkedid: {}, dst: ['101'] },
      { calldate: '0000-00-00 00:00:00', dst: '101', linkedid: 'a' },
      {
        calldate: '2026-02-30 10:00:00',
        dst: '101',
        linkedid: 'b',
        duration: 'x',
        billsec: -5,
        sequence: 1e99,
      },
      {
        calldate: '2026-11-23 10:00:00',
        channel: 'Local/101@a-1;2',
        dstchannel: 'Local/101@a-1;1',
        linkedid: 'c',
      },
    ];
    expect(briefs('101', [...odd, ...callRows(ring, {})])).toContain('incoming 0812345678 missed');
  });

  it('may have integers where others have text, and nulls', () => {
    const rows = callRows(ring, answered).map((row) => ({
      ...row,
      duration: 30,
      billsec: 24,
      sequence: 7,
      recordingfile: null,
      dst: 101,
      src: 812345678,
      cnam: null,
    }));
    expect(briefs('101', rows)).toEqual(['incoming 812345678 answered']);
  });

  it('say unknown where there is no disposition', () => {
    expect(
      briefs(
        '101',
        callRows(ring, {}).map(({ disposition: _, ...row }) => row),
      ),
    ).toEqual(['incoming 0812345678 unknown']);
  });
});
