/** Words of what stays on this computer, for how long, and how it goes. */

const count = (one: string, many: string) => (number: number) =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

export const keptEn = {
  title: 'Kept on this computer',
  calls: 'Calls',
  callsNote: 'The PBX keeps its own record. Notes and recordings stay no longer than their calls.',
  notes: 'Notes',
  attempts: 'Calls placed from here',
  recordings: 'Recordings you played',
  asLongAsCalls: 'As long as calls',
  never: 'Not kept',
  days: count('day', 'days'),
  less: {
    title: 'Remove what is older?',
    text: 'This goes from this computer now:',
    remove: 'Remove',
  },
  forget: {
    open: 'Forget this number…',
    title: (display: string) => `Forget ${display}?`,
    text: 'On this computer, this goes for good:',
    after: 'The PBX keeps its own record. New calls are listed again.',
    contact: (name: string) => `${name} in your contacts, too`,
    contactNote: 'Otherwise the name and its number stay.',
    forget: 'Forget',
    done: 'Forgotten.',
    thisRun:
      "Forgotten. This computer's keychain doesn't answer: once the program has ended, the PBX may list these calls again.",
  },
  going: {
    calls: count('call', 'calls'),
    notes: count('note', 'notes'),
    attempts: count('call placed from here', 'calls placed from here'),
    recordings: count('recording', 'recordings'),
  },
};

export type KeptWords = typeof keptEn;
