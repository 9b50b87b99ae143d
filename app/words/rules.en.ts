/** Words of the dialling rules, and of what IT decides. */

export const managed = {
  label: 'Set by IT',
  note: 'Set by your IT team',
  problem: {
    file: "IT's settings for this computer can't be read: calls that they forbid may go through. Tell IT.",
    writers: "IT's settings for this computer don't apply: anybody could have changed them. Tell IT.",
    rules: "Some dialling rules of IT can't be read: calls that they forbid may go through. Tell IT.",
    proxy: "IT's setting for the proxy can't be read, and nothing is sent around it. Tell IT.",
    trustedCertificates: "A trusted certificate in IT's settings can't be read, and isn't trusted. Tell IT.",
    settings: "Settings that IT locked can't be read, and anybody here may change them. Tell IT.",
    account: "What IT locked of the sign-in can't be read: check the address with IT before you sign in.",
    secret: "An API key or secret stands in IT's settings, where everybody here can read it. Tell IT.",
  },
};

/** `--check-policy`. What stands before the colon is a place in the file. */
export const policyCheck = {
  fits: 'Everything fits.',
  notRead: (why: string) => `The file can't be read: ${why}.`,
  notJson: (line: number | null) =>
    line === null ? 'It is no JSON object.' : `Line ${line}: here it stops being JSON.`,
  unknown: 'has a name that this program does not know',
  secret: 'is a key or secret, and is left out: everybody at the computer can read this file',
  doubled: 'stands twice; only the last one counts',
  wildcard: 'stands for many hosts; a certificate is trusted for one host, by its whole name',
  notUtf8: 'Not all of it is in UTF-8: what is not ASCII there is lost.',
  contradicts: (other: string) => `cannot hold together with ${other}`,
  needs: (other: string) => `means nothing without ${other}`,
  misfit: (expected: string | null) =>
    expected === null ? 'does not fit' : `does not fit, expected ${expected}`,
};

export const rules = {
  title: 'Dialling rules',
  lead: 'The first rule that fits a number is applied. Emergency numbers always go as they are.',
  empty: 'No rules yet: numbers are sent as they are.',
  noneOwn: 'IT allows no rules of your own.',
  does: {
    prefix: (value: string) => (value === '' ? 'sent as it is' : `${value} is put before`),
    replace: (value: string) => (value === '' ? 'the beginning is left out' : `begins with ${value} instead`),
    block: (_value: string) => 'never called',
  },
  add: 'Add rule',
  full: 'There is no room for more rules.',
  edit: (name: string) => `Edit ${name}`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  remove: (name: string) => `Remove ${name}`,
  moved: (name: string, place: string) => `${name} is number ${place} now.`,
  newRule: 'New rule',
  name: 'Rule name',
  nameHint: 'Outside line',
  match: 'Numbers',
  /** Beside the characters of the pattern, which are the same everywhere. */
  means: {
    any: 'any digit',
    one: '1 to 9',
    two: '2 to 9',
    set: 'one of these',
    some: 'more digits',
    rest: 'with or without more',
  },
  action: 'What it does',
  actions: {
    prefix: 'Puts digits before',
    replace: 'Replaces the beginning',
    block: 'Forbids the call',
  },
  value: { prefix: 'Digits before', replace: 'Begins with instead' },
  save: 'Save rule',
  problems: {
    name: { empty: 'Give the rule a name.', 'too-long': 'At most 60 characters.' },
    match: {
      empty: 'Say which numbers the rule is for.',
      'too-long': 'At most 60 characters.',
      underscore: 'Leave out the underscore.',
      'behind-the-end': 'Nothing can stand behind a full stop or an exclamation mark.',
      'open-set': 'The bracket is not closed.',
      'empty-set': 'There is nothing between the brackets.',
      'backward-range': 'The smaller digit comes first, as in [1-5].',
      character: 'Only digits, + * # and the characters below.',
    },
    value: { character: 'Only digits, * and #, and a + in front.', 'too-long': 'At most 20 digits.' },
  },
  test: 'Try a number',
  testHint: '081 234 5678',
  sends: 'The PBX is sent',
  byRule: (name: string) => `by the rule “${name}”`,
  noRule: 'No rule fits.',
  emergency: 'An emergency number: it goes as it is.',
  blocked: (name: string) => `Not called: the rule “${name}” forbids it.`,
  broken: (name: string) => `Not called: the rule “${name}” makes a number of it that can't be called.`,
  notANumber: "This can't be called.",
};
