import { beside } from './beside.ts';
import { clockOf } from './clock.ts';

/** What became of a call. A person is `Malee (102)`, or the number alone. */
const steps = {
  person: (name: string, number: string) => `${beside(name)} (${number})`,
  taken: (by: string) => `Answered by ${by}`,
  pickedUp: 'Picked up',
  pickedUpBy: (by: string) => `Picked up by ${by}`,
  pickedUpFor: (to: string) => `Picked up for ${to}`,
  transferred: 'Transferred',
  transferredBy: (by: string) => `Transferred by ${by}`,
  transferredTo: (to: string) => `Transferred to ${to}`,
  /** Nobody took it there. */
  sentOn: (to: string) => `Transferred to ${to}, not answered`,
  cameBack: 'Rang back here',
  transferredByTo: (by: string, to: string) => `Transferred by ${by} to ${to}`,
  parked: 'Parked',
  parkedBy: (by: string) => `Parked by ${by}`,
  parkedTo: (to: string) => `Parked, picked up by ${to}`,
  forwarded: (to: string) => `Forwarded to ${to}`,
  voicemail: 'Voicemail',
  voicemailFor: (seconds: number) => `Voicemail, ${clockOf(seconds)}`,
  queue: (queue: string) => `Queue ${queue}`,
  queueWaited: (queue: string, seconds: number) => `Queue ${queue}, waited ${clockOf(seconds)}`,
  ringGroup: (group: string) => `Ring group ${group}`,
  menu: 'Through the menu',
};

const directions = { incoming: 'Incoming', outgoing: 'Outgoing' };
const results = {
  answered: 'Answered',
  missed: 'Missed',
  'no-answer': 'No answer',
  busy: 'Busy',
  failed: 'Failed',
  'answered-elsewhere': 'Answered elsewhere',
  unknown: 'Unknown',
};

/** The English words of the list of calls. */
export const callsEn = {
  title: 'Recent calls',
  list: 'Calls',
  today: 'Today',
  yesterday: 'Yesterday',
  todayInSentence: 'today',
  yesterdayInSentence: 'yesterday',
  search: 'Search calls',
  searchHint: 'Name, number or note',
  clear: 'Clear the search',
  show: 'Show',
  filters: {
    all: 'All',
    'to-do': 'To do',
    missed: 'Missed',
    incoming: 'Incoming',
    outgoing: 'Outgoing',
    recorded: 'Recorded',
  },
  tags: 'Tags',
  addTag: (tag: string) => `Add ${tag}`,
  goToDay: 'Go to a day',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  /** 0: Sunday. */
  weekBegins: 1,
  refresh: 'Refresh',
  exportTable: 'Export as a table',
  more: 'More',
  directions,
  results,
  /** Of a call that was asked for here, in the place of a result. */
  noRecord: 'No record yet',
  ways: {
    transfer: 'transferred',
    'ring-group': 'ring group',
    queue: 'queue',
    ivr: 'menu',
    voicemail: 'voicemail',
    forwarded: 'forwarded',
    pickup: 'picked up by a colleague',
    parking: 'parked',
    conference: 'conference',
  },
  steps,
  withheld: 'Number withheld',
  unknownNumber: 'Unknown number',
  fromOutside: (number: string) => `${number}, from outside`,
  length: clockOf,
  rang: (seconds: number) => `rang ${clockOf(seconds)}`,
  call: (display: string) => `Call ${display}`,
  play: 'Play recording',
  openIn: 'Open in…',
  copyNumber: 'Copy number',
  addFavourite: 'Add to favourites',
  addedFavourite: 'In favourites',
  note: 'Note',
  noteHint: 'Only on this computer. #word makes a tag.',
  details: {
    talked: (seconds: number) => `Talked ${clockOf(seconds)}`,
    /** Why no more is known than how long the line was open. */
    atMost: {
      /** The PBX rings the own phone first. */
      clickToCall: (seconds: number) =>
        `Talked ${clockOf(seconds)} at most: the PBX counts from when your phone answered.`,
      /** A menu, a queue or a colleague had the caller before, or the caller's own phone was rung first. */
      incoming: (seconds: number) =>
        `Talked ${clockOf(seconds)} at most: the PBX began to count before you answered.`,
      outgoing: (seconds: number) =>
        `Talked ${clockOf(seconds)} at most: the PBX does not tell when the other end answered.`,
    },
    rang: (seconds: number) => `Rang ${clockOf(seconds)}`,
    presented:
      'The caller chose this number. Inside the company it is another person or a code, so it is not called back.',
    withoutRow: 'Placed from here. The PBX has no record of it yet.',
  },
  person: {
    title: 'Person',
    back: 'Back',
    counts: (calls: number, answered: number, missed: number) =>
      [
        calls === 1 ? '1 call' : `${calls} calls`,
        ...(answered > 0 ? [`${answered} answered`] : []),
        ...(missed > 0 ? [`${missed} missed`] : []),
      ].join(' · '),
    last: (when: string) => `last ${when}`,
    none: 'No calls with them are kept here',
  },
  myDay: {
    title: 'My day',
    spans: { day: 'Day', week: 'Week', month: 'Month' },
    now: { day: 'Today', week: 'This week', month: 'This month' },
    before: { day: 'Yesterday', week: 'Last week', month: 'Last month' },
    /** What the line is made of. */
    line: {
      calls: (count: number) => (count === 1 ? '1 call' : `${count} calls`),
      answered: (count: number) => `${count} answered`,
      missed: (count: number) => `${count} missed`,
      talked: (length: string) => `${length} talked`,
      longest: (length: string) => `longest ${length}`,
    },
    figures: { calls: 'Calls', answered: 'Answered', missed: 'Missed', talked: 'Talked', longest: 'Longest' },
    atMost: 'Lengths are at most these: in some calls, the PBX counts ringing or waiting too.',
    since: (day: string) => `Known since ${day}.`,
  },
  /** `by`: how far from this computer's, as `span` says it. */
  clock: {
    inZone: (by: string, isAhead: boolean) =>
      `Times are in the PBX's time zone, ${by} ${isAhead ? 'ahead of' : 'behind'} yours. Reminders go by yours.`,
    wrong: (by: string, isAhead: boolean) =>
      `The PBX's clock is ${by} ${isAhead ? 'ahead' : 'behind'}; here it is put right.`,
    byPbx: (moment: string) => `By the PBX's clock: ${moment}`,
    span: (days: number, hours: number, minutes: number) =>
      [
        ...(days > 0 ? [days === 1 ? '1 day' : `${days} days`] : []),
        ...(hours > 0 ? [`${hours} h`] : []),
        ...(minutes > 0 ? [`${minutes} min`] : []),
      ].join(' '),
  },
  moment: (day: string, time: string) => `${day}, ${time}`,
  loading: 'Looking for your calls…',
  offline: 'Offline.',
  asOf: (when: string) => `This is from ${when}.`,
  neverAsked: 'Nothing could be fetched yet.',
  incomplete: (when: string) => `The PBX does not give all calls of ${when}. Some may be missing.`,
  since: (day: string) => `All calls since ${day}`,
  older: 'Older calls',
  noOlder: '. Older calls are not kept on this computer.',
  lookingBack: 'Looking further back…',
  found: (count: number) =>
    count === 0 ? 'Nothing found' : count === 1 ? '1 call' : `${count.toLocaleString('en')} calls`,
  /** The same of what is to be done, where a row may stand for several calls. */
  foundToDo: (count: number) =>
    count === 0 ? 'Nothing found' : count === 1 ? '1 entry' : `${count} entries`,
  nothingFound: 'No calls found',
  nothingFoundHint: (day: string) => `Looked through all calls since ${day}.`,
  lookBack: 'Look further back',
  noneOn: (day: string) => `No calls on ${day}.`,
  /** Of what is searched for, or of what is shown. */
  noSuchOn: (day: string) => `No such calls on ${day}.`,
  showAll: 'Show all calls',
  noMissed: 'No missed calls',
  nothingToDo: 'Nothing left to do',
  /** Callers who were missed, and reminders: what the filter `To do` shows. */
  toDo: (count: number) => (count === 0 ? 'Nothing to do' : `${count} to do`),
  /** Not all calls are known yet among which there may be more. */
  toDoSoFar: (count: number) => (count === 0 ? 'Nothing to do so far' : `${count} to do so far`),
  stillLooking: 'Missed calls of earlier days are still being looked for.',
  markDone: 'Mark done',
  markNotDone: 'Mark as not done',
  /** `count`: how many one after the other, with this one, that Undo brings back in turn. */
  markedDone: (who: string, count: number) =>
    count === 1 ? `Done: ${who}.` : `Done: ${who}, the last of ${count}.`,
  remind: {
    open: 'Remind me…',
    title: 'Remind me',
    /** Its time has come, and it is not done. */
    passed: 'Reminder has passed:',
    quarter: 'In 15 minutes',
    hour: 'In an hour',
    morning: 'Tomorrow morning',
    time: 'Time',
    set: 'Set',
    remove: 'Remove',
    tomorrow: 'Tomorrow',
    /** Where the PBX's clock shows another time. */
    ownClock: "By your computer's clock, not the PBX's.",
    noTime: 'Write it like 15:00 or 3pm.',
  },
  /** A caller, and how often they called. */
  times: (who: string, count: number) => `${who} (${count})`,
  emptyTitle: 'No calls yet',
  emptyHotkey: {
    selected: (keys: string) =>
      `Select a number anywhere and press ${keys}: your phone rings first, then theirs.`,
    copied: (keys: string) =>
      `Copy a number anywhere and press ${keys}: your phone rings first, then theirs.`,
  },
  emptyText: 'Or type it on the dial pad and press Enter.',
  emptyAction: 'Go to the dial pad',
  exported: 'Saved.',
  noteNotKept: 'Your note is not saved.',
  export: {
    kind: 'Table (CSV)',
    workbook: 'Excel workbook (XLSX)',
    fileName: 'Calls',
    columns: {
      time: 'Time',
      direction: 'Direction',
      number: 'Number',
      name: 'Name',
      result: 'Result',
      answeredBy: 'Answered by',
      became: 'What became of it',
      queue: 'Queue or group',
      waitedSeconds: 'Waiting in the queue (seconds)',
      ringSeconds: 'Ringing (seconds)',
      talkSeconds: 'Talking (seconds)',
      atMost: 'Talking is',
      recorded: 'Recorded',
      note: 'Note',
      tags: 'Tags',
    },
    /** Beside a length that is no more than the longest possible. */
    atMost: 'at most',
    recorded: { yes: 'yes', no: 'no', perhaps: 'perhaps' },
    directions,
    results,
  },
};

export type CallsWords = typeof callsEn;
