import { actions } from './actions.en.ts';
import { callsEn } from './calls.en.ts';
import { contactsEn } from './contacts.en.ts';
import { directory } from './directory.en.ts';
import { failuresEn } from './failures.en.ts';
import { keptEn } from './kept.en.ts';
import { keys } from './keys.en.ts';
import { certificate, network, proxyPassword } from './network.en.ts';
import { openIn } from './open-in.en.ts';
import { recordingsEn } from './recordings.en.ts';
import { managed, rules } from './rules.en.ts';
import { settings } from './settings.en.ts';
import { startEn } from './start.en.ts';

/**
 * What the page says in English, and the shape that every other language has to fill. Plain data and functions of their arguments. It is
 * read before the first picture: what is said elsewhere, in a notice or on the command line, stands in `en.ts`.
 */
export const pageEn = {
  /** For `Intl`: British English, because it writes the time in 24 hours as desk phones do. */
  locale: 'en-GB',
  appName: 'promptCall Companion',

  starting: 'Opening…',
  partMissing: 'A part of the program could not be read.',
  tryAgain: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  removed: (name: string) => `${name} was removed.`,
  dismiss: 'Dismiss',

  /** Of a field for longer texts. */
  room: {
    left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
    /** What was typed before stands. */
    tooLong: (count: number) =>
      `That is ${count === 1 ? '1 character' : `${count} characters`} too long, and was not added.`,
  },

  tabs: {
    label: 'Screens',
    dialPad: 'Dial pad',
    recentCalls: 'Recent calls',
    contacts: 'Contacts',
    settings: 'Settings',
  },

  /** The phone that rings first, as a part of a sentence. */
  phone: (extension: string, agentId: string | null) => (agentId === null ? extension : `agent ${agentId}`),
  phoneInFull: (extension: string, agentId: string | null) =>
    agentId === null ? `extension ${extension}` : `agent ${agentId}`,

  pbx: {
    unknown: 'The PBX has not been asked yet',
    answers: 'The PBX answers',
    silent: "The PBX doesn't answer",
  },

  damaged: {
    what: {
      settings: 'Your settings could not be read.',
      favourites: 'Not all of your favourites could be read.',
      contacts: 'Not all of your contacts could be read.',
      notes: 'Not all of your notes on calls could be read.',
      calls: 'The list of calls on this computer could not be read. It comes from the PBX again.',
      attempts: 'Not all of the calls placed from here could be read.',
      reminders: 'Your reminders could not be read.',
      directory: 'The company directory on this computer could not be read. It is loaded again.',
      forgotten: 'Which numbers were forgotten could not be read. Their calls may be listed again.',
    },
    aside: (file: string) => `What was there is kept: ask IT for the file ${file}.`,
    inTheWay: 'Nothing new is saved there until IT has looked at the file.',
  },

  notice: {
    keptForThisRun: "This computer's keychain doesn't answer: you stay signed in until the program ends.",
    switchedToBody:
      'The PBX turned the authorization header down. The request body works and is used from now on.',
  },

  signIn: {
    title: 'Sign in',
    lead: 'Your IT team has the address and the API key.',
    address: 'PBX address',
    addressHint: 'pbx.example.com',
    apiKey: 'API key',
    apiSecret: 'API secret',
    showSecret: 'Show secret',
    extension: 'Extension',
    extensionHint: '101',
    agentId: 'Agent ID',
    optional: 'optional',
    advanced: 'Advanced',
    authentication: 'Authentication',
    authenticationWays: {
      header: 'Authorization header',
      body: 'Request body',
      query: 'Query string',
    },
    queryNote: 'With the query string, the token ends up in the logs of servers and proxies.',
    requests: 'Requests',
    requestWays: { post: 'POST', get: 'GET' },
    bodyNote: 'The token in the request body needs POST.',
    allowPlainHttp: 'Allow a connection without encryption',
    plainHttpNote: 'Anyone on the network could read the API secret.',
    submit: 'Sign in',
    busy: 'Signing in…',
  },

  setUp: {
    title: (extension: string, host: string) => `Sign in as ${extension} at ${host}?`,
    from: {
      link: 'A link fills in the sign-in form. Type the API key and secret yourself.',
      file: 'A set-up file signs you in, and is removed afterwards.',
    },
    signsOut: 'Whoever is signed in here now is signed out first.',
    settings: 'It changes settings, too.',
    inQuery: 'It has the secret sent in the query string, which servers and proxies keep in their logs.',
    working: (extension: string, host: string) => `Signing in as ${extension} at ${host}…`,
    failed: 'Not set up',
    notAll: 'Almost done',
    open: 'Set-up file…',
    file: 'Set-up file',
    asked: 'The set-up is asked about in the window.',
    already: 'Signed in already.',
    signedInAs: (extension: string) => `Signed in as ${extension}. The set-up file is removed.`,
  },

  signOut: {
    title: 'Sign out?',
    goes: 'Your API key, the list of calls, your reminders, the recordings and the company directory are removed from this computer.',
    stays: 'Favourites and notes stay, and the address and extension in the form.',
    yes: 'Sign out',
  },

  failureBox: {
    pbxSays: (message: string) => `The PBX says: “${message}”`,
    rule: (name: string) => `The rule: “${name}”`,
    details: 'Details',
    copy: 'Copy details',
    copied: 'Copied',
  },

  dial: {
    number: 'Name or number',
    keys: 'Keys',
    remove: 'Delete',
    removeHint: 'Hold to clear',
    call: 'Call',
    redial: 'Redial',
    redialHint: (display: string) => `Redial ${display}`,
    calling: (display: string) => `Asking the PBX to call ${display}…`,
    placed: (display: string) => `Calling ${display}`,
    pickUp: (phone: string) => `Pick up ${phone}`,
    failed: (display: string) => `${display} was not called.`,
    nothingFound: 'There is no phone number in what you pasted.',
    numbersFound: 'Numbers found',
    extension: (extension: string) => `ext. ${extension}`,
    matches: 'Matches',
    moreMatches: (count: number) => (count === 1 ? '1 more match' : `${count} more matches`),
    matchCount: (count: number) => (count === 1 ? '1 match' : `${count} matches`),
    /** By what is chosen, or by what there is to choose. */
    chooseHint: {
      person: '↓ and ↑ choose, Enter calls',
      action: '↓ and ↑ choose, Enter does it',
      both: '↓ and ↑ choose, then Enter',
    },
    choiceGone: 'Your choice is no longer in the list. Choose again.',
    nobodyChosen: 'Nobody is chosen. ↑ goes back to the number.',
    nobody: (typed: string) => `Nobody found for “${typed}”.`,
    notAsked: "The company directory can't be asked.",
    lastCalled: (when: string) => `Called ${when}`,
    emptyHint: (who: string) => `Press Call to redial ${who}`,
    hotkeyHint: {
      selected: (keys: string) => `Select a number anywhere, press ${keys}`,
      copied: (keys: string) => `Copy a number anywhere, press ${keys}`,
    },
    ask: {
      title: 'Call this number?',
      fromLink: 'A link asks for this call.',
      fromCommandLine: 'Another program asks for this call.',
      several: 'There are several numbers in the text.',
      which: 'You selected one number and copied another.',
      origins: { marked: 'selected', clipboard: 'copied' },
      /** Above what was copied before. */
      instead: {
        text: (marked: string) =>
          `“${marked}” is selected, but there is no number in it to call. This was copied:`,
        unreadable: "What is selected can't be read. This was copied:",
        nothing: 'Nothing is selected any more. This was copied before:',
      },
      reasons: {
        again: 'You called it a moment ago.',
        'again-unknown': 'The last call to it may have gone through. Look at your phone first.',
        emergency: 'This is an emergency number.',
        premium: 'This number costs more than a usual call.',
        international: 'This is a call abroad.',
        labelled: "The text doesn't call it a phone number.",
        neighbour: 'Digits beside it were left out.',
        unlisted: "It doesn't look like a usual phone number.",
      },
      extensionStays: (extension: string) => `Dial ${extension} yourself once they answer.`,
      call: 'Call',
      cancel: 'Cancel',
    },
  },

  actions,

  calls: callsEn,

  recordings: recordingsEn,

  contacts: contactsEn,

  kept: keptEn,

  favourites: {
    title: 'Favourites',
    none: 'Numbers that you call often, at one press. Spell a name on the keys to find it: 7569 is Ploy.',
    exists: (number: string, name: string) => `${number} is already ${name}.`,
    existsUnnamed: (number: string) => `${number} is a favourite already.`,
    editThat: 'Edit',
    add: 'Add',
    name: 'Name',
    number: 'Phone number',
    save: 'Save',
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    edit: (name: string) => `Change ${name}`,
    remove: (name: string) => `Remove ${name}`,
  },

  settings,

  openIn,

  start: startEn,
  keys,
  certificate,
  directory,
  network,
  proxyPassword,
  managed,
  rules,

  failure: failuresEn,
};

/** A language is complete or does not compile. */
export type PageWords = typeof pageEn;
export type ActionWords = typeof actions;
