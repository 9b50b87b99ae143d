/** Words of the company's directory, in the settings. */
export const directory = {
  title: 'Company directory',
  from: 'Comes from',
  sources: {
    none: 'Nowhere',
    file: 'A file',
    web: 'A web address',
    ldap: 'LDAP server',
  },
  chooseFile: 'Choose file…',
  noFile: 'vCard or CSV, on this computer or in a shared folder.',
  address: 'Directory address',
  addressWrong: (example: string) => `It should look like ${example}.`,
  addressNote: 'A vCard or CSV file, encrypted (https).',
  server: 'Directory server',
  serverNote: 'LDAP or Active Directory: ldaps://, or ldap:// with StartTLS.',
  base: 'Search base',
  filter: 'Search filter',
  filterNote: 'Leave it empty for everybody who has a number.',
  filterWrong: (example: string) => `A filter stands in brackets: ${example}.`,
  bindDn: 'Signs in as',
  bindDnNote: 'Leave it empty where nobody has to sign in.',
  password: 'Directory password',
  passwordKnown: 'Known, and kept in the keychain. Type another one to change it.',
  passwordNote: "Kept in this computer's keychain, and nowhere else.",
  passwordThisRun: 'The keychain did not take it: it is known until the program ends.',
  showPassword: 'Show directory password',
  savePassword: 'Save password',
  people: 'Colleagues',
  peopleWays: { all: 'Loaded daily', asked: 'As you type' },
  asked: 'The server is asked as you type, from the second letter on.',
  askedCallers:
    'The server is asked as you type, from the second letter on, and about numbers in your calls that have no name.',
  refresh: 'Refresh directory',
  refreshing: 'Refreshing…',
  never: 'Not loaded yet.',
  count: (people: number, when: string) => {
    const many = people === 1 ? '1 colleague' : `${people.toLocaleString('en')} colleagues`;
    return `${many}. Refreshed ${when}.`;
  },
};
