import { describe, expect, it } from 'vitest';
import { answered, briefs, callRows, customer, phone, shownTo, trunk } from './rows-of.ts';

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
