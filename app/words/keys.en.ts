/** The menu of a text field, by the right button of the mouse. */
export const editing = {
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
};

/** The panel that names the keys. */
export const keys = {
  title: 'Keyboard shortcuts',
  /** The hotkey. */
  anywhere: 'Call what is selected',
  does: {
    screens: 'The screens',
    number: 'To the name or number',
    search: 'Search calls',
    missed: 'Missed calls',
    recorded: 'Recordings',
    openIn: 'Open in…, the last call from here',
    refresh: 'Refresh',
    settings: 'Settings',
    textSize: 'Text size',
    keys: 'These keys',
  },
  inList: {
    down: 'From the search into the list',
    call: 'Call',
    play: 'Play recording',
    note: 'Note',
    done: 'Mark done',
    undo: 'Undo what was marked done',
    person: 'All calls with them',
    openIn: 'Open in…',
  },
  inPlayer: {
    skip: '10 seconds back or forward',
    previous: 'Previous recording',
    next: 'Next recording',
    mark: 'Add mark',
  },
};
