/** The phone book. */
export const contactsEn = {
  title: 'Contacts',
  list: 'Contacts',
  search: 'Search contacts',
  searchHint: 'Name or number',
  clear: 'Clear the search',
  add: 'Add contact',
  import: 'Import…',
  export: 'Export…',
  /** Of the files that can be imported. */
  kind: 'Contacts',
  fileName: 'Contacts',
  formats: { vcard: 'vCard', csv: 'CSV' },
  formatNotes: { vcard: 'For phones, Outlook, Google and Apple', csv: 'For Excel and Google' },
  exportTitle: 'Export contacts',
  exported: 'Saved.',
  count: (count: number) => (count === 1 ? '1 contact' : `${count.toLocaleString('en')} contacts`),
  found: (count: number) =>
    count === 0 ? 'Nobody found' : count === 1 ? '1 found' : `${count.toLocaleString('en')} found`,
  empty: {
    title: 'No contacts yet',
    /** Where the company has a directory. */
    colleagues: 'Colleagues are found by searching: type a name or a number above.',
    drop: 'Drop a vCard or CSV file here. Outlook, Google, Apple and your phone export one.',
    paste: 'Or paste rows copied from Excel.',
  },
  nobody: { title: 'Nobody found', hint: 'Try a part of the name, the company or the number.' },
  dropHere: 'Drop to see what is in it',
  reading: 'Reading…',

  labels: {
    mobile: 'Mobile',
    work: 'Work',
    home: 'Home',
    main: 'Main',
    fax: 'Fax',
    pager: 'Pager',
    other: 'Other',
  },
  more: (who: string) => `More about ${who}`,
  call: (who: string, number: string) => `Call ${who} ${number}`.replace(/\s+/g, ' '),
  edit: 'Edit',
  pin: (number: string) => `Add ${number} to favourites`,
  unpin: (number: string) => `Remove ${number} from favourites`,
  company: "The company's",

  form: {
    title: 'New contact',
    editTitle: 'Edit contact',
    name: 'Name',
    nickname: 'Nickname',
    company: 'Company',
    number: 'Phone number',
    label: 'Label',
    labelHint: 'Mobile',
    removeNumber: 'Remove this number',
    addNumber: 'Add number',
    note: 'Note',
    save: 'Save',
    cancel: 'Cancel',
    delete: 'Delete',
  },

  importing: {
    title: 'Import contacts',
    fresh: (count: number) => (count === 1 ? '1 new contact' : `${count.toLocaleString('en')} new contacts`),
    changed: (count: number) =>
      count === 1 ? '1 contact changes' : `${count.toLocaleString('en')} contacts change`,
    same: (count: number) =>
      count === 1 ? '1 contact is here already' : `${count.toLocaleString('en')} contacts are here already`,
    withoutNumber: (count: number) =>
      count === 1
        ? '1 without a number is left out'
        : `${count.toLocaleString('en')} without a number are left out`,
    damaged: (count: number) =>
      count === 1
        ? '1 line loses unreadable characters'
        : `${count.toLocaleString('en')} lines lose unreadable characters`,
    nothing: 'There is nothing new in it.',
    people: 'People in the file',
    ends: { new: 'New', changed: 'Changes', 'without-number': 'No number' },
    unnamed: 'No name',
    onlyText: 'Name, company or note',
    andMore: (count: number) => `and ${count.toLocaleString('en')} more`,
    import: 'Import',
    cancel: 'Cancel',
    close: 'Close',
  },
  imported: (fresh: number, changed: number) =>
    `${[
      fresh === 0 ? '' : `${fresh.toLocaleString('en')} added`,
      changed === 0 ? '' : `${changed.toLocaleString('en')} changed`,
    ]
      .filter((part) => part !== '')
      .join(', ')}.`,
  deleted: (who: string) => `${who} was deleted.`,
  undone: 'As it was before.',
};
