/** Words of what stays on this computer, for how long, and how it goes. */

const count = (one: string, many: string) => (number: number) =>
  number === 1 ? `1 ${one}` : `${number.toLocaleString('en')} ${many}`;

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
  notesFile: {
    export: 'Export notes…',
    import: 'Import notes…',
    about: 'Takes your notes to another computer, or past a reinstall.',
    kind: 'Notes (JSON)',
    fileName: 'Notes',
    none: 'There are no notes yet.',
    exported: (number: number) => `Saved: ${count('note', 'notes')(number)}.`,
    empty: 'There are no notes in this file.',
    added: count('note added', 'notes added'),
    extended: count('note extended', 'notes extended'),
    known: (number: number) => `${number} here already`,
    left: (number: number) => `${number} not taken (unreadable, too old, too long, too many or forgotten)`,
    also: (said: string, more: string) => `${said}, ${more}`,
  },
  going: {
    calls: count('call', 'calls'),
    notes: count('note', 'notes'),
    attempts: count('call placed from here', 'calls placed from here'),
    recordings: count('recording', 'recordings'),
  },
};

export type KeptWords = typeof keptEn;
