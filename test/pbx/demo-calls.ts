import { type CdrRow, cdrColumns } from './cdr.ts';
import { allDesks, company, type Desk, desks, type Party } from './demo-people.ts';

/** What happened, in the kinds that `samples/` shows a real Asterisk to write down. */
export type DemoKind =
  | 'in-answered'
  | 'in-missed'
  | 'group-answered'
  | 'group-missed'
  | 'queue-answered'
  | 'queue-missed'
  | 'click-answered'
  | 'click-answered-local'
  | 'click-busy'
  | 'click-unanswered'
  | 'phone-answered'
  | 'phone-unanswered'
  | 'inside-answered'
  | 'inside-voicemail'
  | 'transferred';

export interface DemoCall {
  readonly kind: DemoKind;
  readonly at: number;
  /** Whose call it is; where several phones ring, the one that answers. */
  readonly desk: Desk;
  readonly other: Desk;
  readonly party: Party;
  /** Seconds. */
  readonly ring: number;
  readonly talk: number;
}

/** Asterisk numbers its channels and its CDRs through, from its last start. */
export interface Counters {
  channel: number;
  sequence: number;
}

export function rowsOf(call: DemoCall, clock: (at: number) => string, counters: Counters): CdrRow[] {
  const { at, desk, other, party, ring, talk } = call;
  const first = counters.channel;
  const uniqueid = `${Math.floor(at / 1_000)}.${first}`;
  const time = (seconds: number): string => clock(at + seconds * 1_000);
  const channel = (peer: string): string =>
    `PJSIP/${peer}-${(counters.channel++).toString(16).padStart(8, '0')}`;
  const recording = (...about: string[]): string =>
    `${about.join('-')}-${time(0).replaceAll(/[-:]/g, '').replace(' ', '-')}-${uniqueid}.wav`;

  const row = (columns: CdrRow): CdrRow => {
    counters.sequence += 2;
    const empty = Object.fromEntries(cdrColumns.map((column) => [column, '']));
    const fixed = { calldate: time(0), amaflags: '3', uniqueid, linkedid: uniqueid };
    return { ...empty, ...fixed, sequence: String(counters.sequence), ...columns };
  };
  const lasted = (duration: number, billsec: number, disposition: string): CdrRow => ({
    duration: String(duration),
    billsec: String(billsec),
    disposition,
  });
  const answered = lasted(ring + talk, talk, 'ANSWERED');
  const missed = lasted(ring, 0, 'NO ANSWER');

  const caller: CdrRow = {
    clid: `"${party.name}" <${party.number}>`,
    src: party.number,
    cnum: party.number,
    cnam: party.name,
  };
  const incoming = (to: string, context: string): CdrRow => ({
    ...caller,
    dst: to,
    did: company.did(to),
    dcontext: context,
    lastapp: 'Dial',
  });
  const direct: CdrRow = {
    ...incoming(desk.extension, 'ext-local'),
    lastdata: `PJSIP/${desk.extension},20,Ttr`,
    dst_cnam: desk.name,
    recordingfile: recording('external', desk.extension, party.number),
  };
  const outgoing: CdrRow = {
    clid: `"${desk.name}" <${company.number}>`,
    src: company.number,
    dst: party.number,
    dcontext: 'from-internal',
    lastapp: 'Dial',
    lastdata: `PJSIP/${party.number}@trunk,40,T`,
    cnum: desk.extension,
    cnam: desk.name,
    outbound_cnum: company.number,
    outbound_cnam: company.name,
    recordingfile: recording('out', party.number, desk.extension),
  };
  const inside: CdrRow = {
    clid: `"${desk.name}" <${desk.extension}>`,
    src: desk.extension,
    dst: other.extension,
    dcontext: 'from-internal',
    lastapp: 'Dial',
    lastdata: `PJSIP/${other.extension},20,Ttr`,
    cnum: desk.extension,
    cnam: desk.name,
    dst_cnam: other.name,
    recordingfile: recording('internal', other.extension, desk.extension),
  };
  const trunkOut = (): CdrRow => ({ channel: channel(desk.extension), dstchannel: channel('trunk') });

  switch (call.kind) {
    case 'in-answered':
      return [
        row({ ...direct, channel: channel('trunk'), dstchannel: channel(desk.extension), ...answered }),
      ];
    case 'in-missed':
      return [row({ ...direct, channel: channel('trunk'), dstchannel: channel(desk.extension), ...missed })];
    case 'group-answered':
    case 'group-missed': {
      const trunk = channel('trunk');
      const group: CdrRow = {
        ...incoming(company.ringGroup, 'ext-group'),
        channel: trunk,
        lastdata: `${allDesks.map(({ extension }) => `PJSIP/${extension}`).join('&')},20,Ttr`,
        recordingfile: recording('rg', company.ringGroup, party.number),
      };
      return allDesks.map((rung) => {
        const took = call.kind === 'group-answered' && rung.extension === desk.extension;
        return row({ ...group, dstchannel: channel(rung.extension), ...(took ? answered : missed) });
      });
    }
    case 'queue-answered':
    case 'queue-missed':
      return queueRows();
    case 'click-answered':
      // The user's own phone answered first: the far end's ringing counts as part of the call.
      return [row({ ...outgoing, ...trunkOut(), ...lasted(ring + talk + 2, ring + talk, 'ANSWERED') })];
    case 'phone-answered':
      return [row({ ...outgoing, ...trunkOut(), ...answered })];
    case 'phone-unanswered':
      return [row({ ...outgoing, ...trunkOut(), ...missed })];
    case 'click-unanswered':
      return [row({ ...outgoing, ...trunkOut(), ...lasted(ring + 2, ring, 'NO ANSWER') })];
    case 'click-answered-local':
      return localPair();
    case 'click-busy': {
      const ends = trunkOut();
      return [
        row({ ...outgoing, ...ends, ...lasted(3, 1, 'BUSY') }),
        row({
          ...outgoing,
          calldate: time(3),
          dst: 'out-BUSY',
          channel: ends.channel ?? '',
          lastapp: 'Busy',
          lastdata: '4',
          ...lasted(4, 4, 'ANSWERED'),
        }),
      ];
    }
    case 'inside-answered':
      return [
        row({
          ...inside,
          channel: channel(desk.extension),
          dstchannel: channel(other.extension),
          ...answered,
        }),
      ];
    case 'inside-voicemail': {
      const own = channel(desk.extension);
      return [
        row({ ...inside, channel: own, dstchannel: channel(other.extension), ...missed }),
        row({
          ...inside,
          calldate: time(ring),
          dst: 's-NOANSWER',
          channel: own,
          lastapp: 'VoiceMail',
          lastdata: `${other.extension}@default,u`,
          ...lasted(12, 12, 'ANSWERED'),
        }),
      ];
    }
    case 'transferred': {
      const trunk = channel('trunk');
      const to: CdrRow = {
        ...direct,
        dst: other.extension,
        dcontext: 'from-internal',
        channel: trunk,
        cnam: '',
      };
      return [
        row({ ...to, dstchannel: channel(desk.extension), ...lasted(ring + 20, 20, 'ANSWERED') }),
        row({
          ...to,
          calldate: time(ring + 20),
          dstchannel: channel(other.extension),
          lastdata: `PJSIP/${other.extension},20,Ttr`,
          dst_cnam: other.name,
          ...lasted(talk, talk, 'ANSWERED'),
        }),
      ];
    }
  }

  /** Two agents are tried; an unanswered caller is tried on both again and then let go. */
  function queueRows(): CdrRow[] {
    const queue: CdrRow = {
      ...incoming(company.queue, 'ext-queues'),
      channel: channel('trunk'),
      lastapp: 'Queue',
      lastdata: `${company.queue},tR,,,60`,
      recordingfile: recording('q', company.queue, party.number),
    };
    const agents: readonly Desk[] = [desks.sales, desks.accounts];
    if (call.kind === 'queue-answered') {
      const taker = desk.extension === desks.accounts.extension ? desks.accounts : desks.sales;
      return agents.map((agent) => {
        const took = agent.extension === taker.extension;
        const how = took ? lasted(ring + talk, ring + talk, 'ANSWERED') : lasted(ring, ring, 'NO ANSWER');
        return row({ ...queue, dstchannel: channel(agent.extension), ...how });
      });
    }
    const tries = [0, ring + 1].flatMap((after) =>
      agents.map((agent) =>
        row({
          ...queue,
          calldate: time(after),
          dstchannel: channel(agent.extension),
          ...lasted(ring, ring, 'NO ANSWER'),
        }),
      ),
    );
    const letGo = { calldate: time(2 * ring + 2), lastapp: 'Hangup', lastdata: '' };
    return [...tries, row({ ...queue, ...letGo, ...lasted(0, 0, 'ANSWERED') })];
  }

  /** Click-to-call through a Local channel: the first row looks as if the customer had called. */
  function localPair(): CdrRow[] {
    const second = `${Math.floor(at / 1_000)}.${first + 1}`;
    const local = `Local/${desk.extension}@from-internal-${first.toString(16).padStart(8, '0')}`;
    counters.channel += 2;
    const phone = row({
      ...inside,
      clid: `"${desk.name}" <${party.number}>`,
      src: party.number,
      dst: desk.extension,
      channel: `${local};2`,
      dstchannel: channel(desk.extension),
      lastdata: `PJSIP/${desk.extension},20,Ttr`,
      dst_cnam: desk.name,
      uniqueid: second,
      recordingfile: recording('internal', desk.extension, desk.extension).replace(uniqueid, second),
      ...answered,
    });
    return [phone, row({ ...outgoing, channel: `${local};1`, dstchannel: channel('trunk'), ...answered })];
  }
}
