import { describe, expect, it } from 'vitest';
import type { CdrRow } from '../../pbx/cdr.ts';
import { answered, briefs, callRows, customer, phone, shownTo, trunk } from './rows-of.ts';

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

  it('with nobody connected has nothing to hear, as far as its rows tell', () => {
    const mayBe = (row: CdrRow) => {
      const [call] = shownTo('101', callRows({ ...out, ...answered, dstchannel: '' }, row));
      expect(call?.result).toBe('answered');
      return call?.maybeRecorded !== null;
    };
    for (const lastapp of ['Echo', 'VoiceMailMain', 'Playback', 'SayUnixTime', 'BackGround'])
      expect(mayBe({ dst: '*43', lastapp }), lastapp).toBe(false);
    // A conference may be recorded as a whole; an application that is not known may do anything; and a row may lack the column.
    for (const lastapp of ['ConfBridge', 'MixThis'])
      expect(mayBe({ dst: '*43', lastapp }), lastapp).toBe(true);
    const { dstchannel: _, ...without } =
      callRows({ ...out, ...answered, dst: '*43', lastapp: 'Echo' })[0] ?? {};
    expect(shownTo('101', [without])[0]?.maybeRecorded).not.toBeNull();
    // Somebody was connected: a recording that is started by hand leaves no name.
    expect(shownTo('101', callRows({ ...out, ...answered }, {}))[0]?.maybeRecorded).not.toBeNull();
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
