import type { FailureCode } from '../../app/failures.ts';

/** One failure, for the person at the desk: what happened, and what to do about it. */
export interface Sentence {
  readonly what: string;
  readonly todo: string;
}

const failure: Record<FailureCode, Sentence> = {
  unreachable: {
    what: "Can't reach the PBX.",
    todo: 'Check the network, or ask IT for the address.',
  },
  'name-not-found': {
    what: "This network doesn't know the PBX's address.",
    todo: 'Check the address for typing mistakes, or ask IT.',
  },
  'connection-refused': {
    what: "The PBX isn't taking connections.",
    todo: 'Check the address, or ask IT whether the PBX is running.',
  },
  'timed-out': {
    what: 'The PBX takes too long to answer.',
    todo: 'Try again in a moment. If it stays like this, tell IT.',
  },
  'no-reply': {
    what: 'The PBX hung up without an answer.',
    todo: 'Try again. If it stays like this, tell IT.',
  },
  certificate: {
    what: "This computer doesn't trust the PBX's certificate.",
    todo: 'Tell IT before you go on.',
  },
  proxy: {
    what: "The network's proxy doesn't let this through.",
    todo: 'Ask IT about the proxy settings.',
  },
  unauthorised: {
    what: "The PBX doesn't accept this API key and secret.",
    todo: 'Check both, or ask IT for new ones.',
  },
  'not-this-api': {
    what: "Something answers, but it isn't the promptCall API.",
    todo: 'Check the address, or ask IT for it.',
  },
  'server-error': {
    what: 'The PBX has a problem of its own.',
    todo: 'Try again in a moment. If it stays like this, tell IT.',
  },
  redirected: {
    what: 'The PBX sends this on to another address.',
    todo: 'Ask IT for the right address.',
  },
  refused: {
    what: 'The PBX turned this down.',
    todo: 'Check the number and your extension, or ask IT.',
  },
  'too-large': {
    what: "The PBX's answer is far too long.",
    todo: 'Tell IT: the address may be the wrong one.',
  },
  'unknown-outcome': {
    what: 'The call may have gone through.',
    todo: 'Look at your phone before you try again.',
  },
  'bad-address': {
    what: "This address can't be used.",
    todo: 'It looks like pbx.example.com or pbx.example.com:4433.',
  },
  'plain-http': {
    what: 'This address is not encrypted (http).',
    todo: 'Use https, or allow a connection without encryption.',
  },
  'missing-field': {
    what: 'Something is missing.',
    todo: 'Fill in the empty fields.',
  },
  'not-a-number': {
    what: "This can't be called.",
    todo: 'Check the number.',
  },
  'no-number': {
    what: 'There is no phone number to call.',
    todo: 'Mark or copy a number, then press the key again.',
  },
  'code-not-allowed': {
    what: 'Codes with * or # change how the PBX treats your calls.',
    todo: 'If you mean it, type it on the dial pad.',
  },
  blocked: {
    what: "A dialling rule doesn't allow this number.",
    todo: 'Ask IT, or look at the dialling rules in Settings.',
  },
  'question-open': {
    what: 'Another call waits for your answer.',
    todo: 'Answer that question first.',
  },
  'already-calling': {
    what: 'A call is being placed already.',
    todo: 'Wait a moment.',
  },
  'question-gone': {
    what: 'That question is no longer open.',
    todo: 'Press Call again.',
  },
  'signed-out': {
    what: 'You are signed out.',
    todo: 'Sign in to call.',
  },
  'favourite-exists': {
    what: 'This number is already a favourite.',
    todo: 'Rename that one, or enter another number.',
  },
  'favourite-gone': {
    what: 'This favourite is no longer there.',
    todo: 'Add it again if you still need it.',
  },
  'favourites-full': {
    what: 'There is no room for more favourites.',
    todo: 'Remove one that you no longer need.',
  },
  'favourites-file': {
    what: "The favourites can't be saved.",
    todo: 'Ask IT whether the disk is full or write-protected.',
  },
  keychain: {
    what: "This computer's keychain doesn't answer.",
    todo: 'Unlock it and start again, or sign in for this run only.',
  },
  'settings-file': {
    what: "The settings can't be saved.",
    todo: 'Ask IT whether the disk is full or write-protected.',
  },
  links: {
    what: "The system doesn't let this program open links.",
    todo: 'Ask IT, or choose the program in the system settings.',
  },
};

/**
 * The product's English words, and the shape that every other language has to fill. Plain data and functions of
 * their arguments: the main process reads the tray's and the notifications' words from here too.
 */
export const en = {
  /** For `Intl`: British English, because it writes the time in 24 hours as desk phones do. */
  locale: 'en-GB',
  appName: 'promptCall Companion',

  starting: 'Opening…',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',

  tabs: {
    label: 'Screens',
    dialPad: 'Dial pad',
    recentCalls: 'Recent calls',
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

  failureBox: {
    pbxSays: (message: string) => `The PBX says: “${message}”`,
    rule: (name: string) => `The rule: “${name}”`,
    details: 'Details',
    copy: 'Copy details',
    copied: 'Copied',
  },

  dial: {
    number: 'Number',
    yourPhone: (phone: string) => `Your phone: ${phone}`,
    keys: 'Keys',
    remove: 'Delete',
    removeHint: 'Hold to clear',
    call: 'Call',
    redial: 'Redial',
    redialHint: (display: string) => `Redial ${display}`,
    calling: (display: string) => `Asking the PBX for ${display}…`,
    placed: (display: string) => `Calling ${display}`,
    pickUp: (phone: string) => `pick up ${phone}`,
    failed: (display: string) => `${display} was not called.`,
    nothingFound: 'There is no phone number in what you pasted.',
    numbersFound: 'Numbers found',
    extension: (extension: string) => `ext. ${extension}`,
    lastCalled: (when: string) => `Called ${when}`,
    emptyHint: (display: string) => `Call brings back ${display}`,
    ask: {
      title: 'Call this number?',
      fromLink: 'A link asks for this call.',
      fromCommandLine: 'Another program asks for this call.',
      several: 'There are several numbers in the text.',
      which: 'You marked one number and copied another.',
      origins: { marked: 'marked', clipboard: 'copied' },
      reasons: {
        again: 'You called it a moment ago.',
        'again-unknown': 'The last call to it may have gone through. Look at your phone first.',
        international: 'This is a call abroad.',
      },
      extensionStays: (extension: string) => `Extension ${extension} is yours to dial once they answer.`,
      call: 'Call',
      cancel: 'Cancel',
    },
  },

  matches: {
    list: 'Matching numbers',
    /** `count`: how many there are beside the one that is shown. */
    more: (count: number) => `${count} more`,
    moreHint: 'All matching numbers (arrow down)',
    favourite: 'Favourite',
  },

  favourites: {
    title: 'Favourites',
    back: 'Back to the dial pad',
    list: 'Your favourites',
    add: 'Add favourite',
    addThis: 'Add to favourites',
    newOne: 'New favourite',
    change: (who: string) => `Change ${who}`,
    changeOne: 'Change favourite',
    name: 'Name',
    nameHint: 'Somchai, Sales',
    number: 'Phone number',
    numberHint: '081 234 5678',
    save: 'Save',
    call: (who: string) => `Call ${who}`,
    move: (who: string) => `Move ${who}`,
    moveHint: 'Drag, or press arrow up or down',
    moved: (who: string, place: string) => `${who}: ${place}`,
    place: (place: number, of: number) => `${place} of ${of}`,
    remove: (who: string) => `Remove ${who}`,
    removed: (who: string) => `${who} was removed.`,
    undo: 'Undo',
    emptyTitle: 'No favourites yet',
    emptyText: 'Keep the numbers that you call most. They are one press away here and in the tray menu.',
  },

  calls: {
    title: 'Recent calls',
    list: 'Calls',
    today: 'Today',
    yesterday: 'Yesterday',
    yesterdayInSentence: 'yesterday',
    outgoing: 'Outgoing',
    outcome: {
      placed: 'Sent to your phone',
      failed: 'Failed',
      unknown: 'Unknown',
      interrupted: 'Interrupted',
    },
    call: (display: string) => `Call ${display}`,
    emptyTitle: 'No calls yet',
    emptyText: 'Type a number on the dial pad and press Enter: your phone rings first, then theirs.',
    emptyPaste: 'Or copy a number anywhere and paste it there. Text around it does no harm.',
    emptyAction: 'Go to the dial pad',
  },

  settings: {
    title: 'Settings',
    look: 'Look',
    language: 'Language',
    systemLanguage: 'System language',
    /** Each language by its own name, in every language: who picked a wrong one must find the way back. */
    languages: { en: 'English', th: 'ไทย' },
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    calling: 'Calling',
    deskName: 'Desk name',
    deskNameHint: 'Front desk',
    country: 'Country',
    countryNote: 'How numbers without a country code are read.',
    numberForm: 'Numbers are sent',
    numberForms: {
      national: 'In national form',
      e164: 'In international form',
      'as-typed': 'As typed',
    },
    notifications: 'Notifications',
    notifyPlaced: 'When a call is placed',
    notifyFailed: 'When a call fails',
    notifyNothing: 'When there is no number to call',
    links: 'Links',
    telLinks: 'Open tel: and callto: links',
    sipLinks: 'Open sip: links',
    computer: 'This computer',
    startAtLogin: 'Start at login',
    about: 'About',
    version: (version: string) => `Version ${version}`,
    typeface: 'Typeface: Noto Sans Thai',
    typefaceLicence: 'Typeface licence',
    signOut: 'Sign out',
    quit: 'Quit',
  },

  tray: {
    tooltip: (extension: string | null) =>
      extension === null ? 'promptCall Companion' : `promptCall Companion · ${extension}`,
    open: 'Open',
    redial: (display: string) => `Redial ${display}`,
    callAgain: (display: string) => `Call ${display} again`,
    favourites: 'Favourites',
    signOut: 'Sign out',
    quit: 'Quit',
  },

  commandLine: {
    help: (program: string) => `promptCall Companion: dial from the tray through the promptCall PBX.

  ${program}                   start, or show the running one
  ${program} --show            show the window
  ${program} --dial NUMBER     call a number; your phone rings first
  ${program} --dial-selection  call the number that is marked, else the one copied
  ${program} --dial-clipboard  call the number that is copied
  ${program} --redial          call the last number again
  ${program} tel:NUMBER        open a link (also callto: and sip:); it always asks
  --ask                        ask before the call
  --help, --version            say this, or which version this is

Exit status: 0 done, 1 not called, 2 not understood, 3 cancelled at the desk,
4 nobody knows (look at your phone before you try again).
`,
    wrong: (argument: string) => `Not understood: ${argument}. Try --help.`,
    asked: 'The call is asked about in the window.',
    cancelled: 'Not called: it was cancelled at the desk.',
    shown: 'The window is shown.',
    noAnswer: 'The running program did not answer.',
    started: 'promptCall Companion is starting.',
  },

  notify: {
    placed: (display: string, phone: string) => ({
      title: `Calling ${display}`,
      body: `Pick up ${phone}.`,
    }),
    /** `failure` is the text of `failureText`, one line. */
    failed: (display: string, failure: string) => ({ title: `${display} was not called`, body: failure }),
    unknown: (display: string, failure: string) => ({ title: `Calling ${display}?`, body: failure }),
    tryAgain: 'Click to try again.',
    /** There was no number to speak of. */
    nothing: ({ what, todo }: Sentence) => ({ title: what, body: todo }),
  },

  failure,
};

/** A language is complete or does not compile. */
export type Words = typeof en;
