import { everywhere, type FailureWords, signedIn } from './failure-words.ts';

const network = 'Check the network. If it stays like this, tell IT.';
const again = 'Try again in a moment. If it stays like this, tell IT.';
/** The list asks again without being told to. */
const byItself = 'It will try again by itself. If it stays like this, tell IT.';

export const failuresEn: FailureWords = {
  unreachable: {
    'sign-in': { what: "Can't reach the PBX.", todo: 'Check the address and the network, or ask IT.' },
    ...signedIn({ what: "Can't reach the PBX.", todo: network }),
  },
  'name-not-found': {
    'sign-in': {
      what: "This network doesn't know the PBX's address.",
      todo: 'Check the address for typing mistakes, or ask IT.',
    },
    ...signedIn({ what: "This network doesn't know the PBX's address.", todo: network }),
  },
  'connection-refused': {
    'sign-in': {
      what: "The PBX isn't taking connections.",
      todo: 'Check the address, or ask IT whether the PBX is running.',
    },
    ...signedIn({ what: "The PBX isn't taking connections.", todo: again }),
    list: { what: "The PBX isn't taking connections.", todo: byItself },
  },
  'timed-out': {
    'sign-in': {
      what: 'The PBX takes too long to answer.',
      todo: 'Try again. If it stays like this, check the address or ask IT.',
    },
    ...signedIn({ what: 'The PBX takes too long to answer.', todo: again }),
    list: { what: 'The PBX takes too long to answer.', todo: byItself },
  },
  'no-reply': {
    'sign-in': {
      what: "The PBX's reply got lost.",
      todo: 'Try again. If it stays like this, check the address or ask IT.',
    },
    ...signedIn({ what: "The PBX's reply got lost.", todo: again }),
    list: { what: "The PBX's reply got lost.", todo: byItself },
  },
  'no-tls': {
    'sign-in': {
      what: 'What answers at this address speaks no https.',
      todo: 'Check the port, or ask IT for the https address.',
    },
    ...signedIn({
      what: 'The PBX no longer speaks https.',
      todo: 'Tell IT before you go on.',
    }),
  },
  'old-tls': everywhere({
    what: 'The PBX and this computer have no encryption in common.',
    todo: "Tell IT: the PBX's encryption (TLS) may be out of date.",
  }),
  'port-not-usable': {
    'sign-in': {
      what: 'This port belongs to another service, such as SIP.',
      todo: 'Ask IT for the port of the promptCall API.',
    },
    ...signedIn({
      what: "The PBX's port belongs to another service, such as SIP.",
      todo: 'Tell IT before you go on.',
    }),
  },
  certificate: everywhere({
    what: "This computer doesn't trust the PBX's certificate.",
    todo: 'Tell IT before you go on.',
  }),
  'certificate-expired': everywhere({
    what: "The PBX's certificate has expired.",
    todo: "See that this computer's date is right. If it is, tell IT.",
  }),
  'certificate-not-yet': everywhere({
    what: "The PBX's certificate is not valid yet.",
    todo: "This computer's clock may be slow: set it. If it's right, tell IT.",
  }),
  'certificate-name': {
    'sign-in': {
      what: "The PBX's certificate is for another address.",
      todo: 'Check the address, or ask IT for the right one.',
    },
    ...signedIn({
      what: "The PBX's certificate is for another address.",
      todo: 'Tell IT before you go on.',
    }),
  },
  'certificate-unknown': everywhere({
    what: "This computer doesn't know who issued the PBX's certificate.",
    todo: 'Ask IT to make this computer trust it.',
  }),
  'certificate-changed': everywhere({
    what: "The PBX's certificate is not the one trusted here.",
    todo: 'Nothing was sent. Ask IT whether the PBX got a new one.',
  }),
  proxy: everywhere({
    what: "The network's proxy doesn't let this through.",
    todo: 'Ask IT about the proxy settings.',
  }),
  'proxy-unreachable': everywhere({
    what: "The network's proxy can't be reached.",
    todo: 'Check the network. If it stays like this, ask IT about the proxy.',
  }),
  'proxy-no-way': everywhere({
    what: "The network's proxy gets no connection to the PBX.",
    todo: 'Try again. If it stays like this, ask IT about the proxy.',
  }),
  'proxy-closed': everywhere({
    what: "The network's proxy closed the connection without a word.",
    todo: 'Try again. If it stays like this, ask IT about the proxy.',
  }),
  'proxy-another': everywhere({
    what: "What answers at the proxy's address isn't that kind of proxy.",
    todo: 'Ask IT about the proxy settings.',
  }),
  'proxy-login': everywhere({
    what: "The network's SOCKS proxy lets in only who signs in to it.",
    todo: "This program can't sign in there. Ask IT for another proxy.",
  }),
  'proxy-password': everywhere({
    what: "The network's proxy wants a password.",
    todo: 'Enter it, or ask IT for one. The PBX was not asked.',
  }),
  unauthorised: {
    'sign-in': {
      what: "The PBX doesn't accept this API key and secret.",
      todo: 'Check both, or ask IT for new ones.',
    },
    ...signedIn({
      what: "The PBX doesn't accept your API key any more.",
      todo: 'Ask IT for a new one, then sign out and sign in with it.',
    }),
  },
  forbidden: everywhere({
    what: 'Access to the PBX is barred (403).',
    todo: 'Ask IT whether a firewall stands in between.',
  }),
  'not-this-api': {
    'sign-in': {
      what: "Something answers, but it isn't the promptCall API.",
      todo: 'Check the address, or ask IT for it.',
    },
    ...signedIn({
      what: "Something answered that isn't the promptCall API.",
      todo: again,
    }),
  },
  'server-error': {
    ...everywhere({ what: 'The PBX has a problem of its own.', todo: again }),
    list: { what: 'The PBX has a problem of its own.', todo: byItself },
  },
  redirected: {
    'sign-in': { what: 'The PBX sends this on to another address.', todo: 'Ask IT for the right address.' },
    ...signedIn({
      what: 'The PBX sends this on to another address.',
      todo: 'Tell IT: the PBX may have moved.',
    }),
  },
  refused: {
    'sign-in': {
      what: 'The PBX turned the sign-in down.',
      todo: 'Check the API key and secret, or ask IT.',
    },
    dial: { what: 'The PBX turned this call down.', todo: 'Check the number. If it is right, ask IT.' },
    list: {
      what: "The PBX won't show its calls.",
      todo: 'Ask IT whether your API key may read call records.',
    },
    recording: {
      what: "The PBX won't give this recording.",
      todo: 'Ask IT whether your API key may fetch recordings.',
    },
    settings: { what: 'The PBX turned this down.', todo: 'Ask IT.' },
  },
  'too-large': {
    'sign-in': {
      what: "The PBX's answer is far too long.",
      todo: 'Check the address, or ask IT: it may be the wrong one.',
    },
    ...signedIn({
      what: "The PBX's answer is far too long.",
      todo: 'Tell IT: something else may answer in its place.',
    }),
  },
  'unknown-outcome': (number) => ({
    what: number === '' ? 'The call may have gone through.' : `The call to ${number} may have gone through.`,
    todo: 'Look at your phone before you try again.',
  }),
  'phone-not-connected': (phone) => ({
    what: `Your phone${phone && ` ${phone}`} isn't connected to the PBX.`,
    todo: 'Look whether it is switched on and plugged in, then try again.',
  }),
  'phone-busy': (phone) => ({
    what: `Your phone${phone && ` ${phone}`} is busy.`,
    todo: 'Hang it up, then try again.',
  }),
  'phone-unknown': (phone) => ({
    what: `The PBX doesn't know your phone${phone && ` ${phone}`}.`,
    todo: 'Ask IT for your extension, then sign out and sign in with it.',
  }),
  'agent-logged-out': (phone) => ({
    what: phone === '' ? 'You are not logged in as an agent.' : `Agent ${phone} is not logged in.`,
    todo: 'Log in on your phone, then try again.',
  }),
  'bad-address': {
    what: "This address can't be used.",
    todo: 'It should look like pbx.example.com or pbx.example.com:4433.',
  },
  'plain-http': {
    what: 'This address is not encrypted (http).',
    todo: 'Use https, or allow a connection without encryption.',
  },
  'missing-field': {
    what: 'Something is missing.',
    todo: 'Fill in the marked fields.',
  },
  'bad-field': {
    extension: {
      what: "This can't be an extension.",
      todo: 'It should look like 101: digits, letters, dots and dashes.',
    },
    agentId: {
      what: "This can't be an agent ID.",
      todo: 'It should look like 2001: digits, letters, dots and dashes.',
    },
  },
  'not-a-number': {
    what: "This can't be called.",
    todo: 'Check the number.',
  },
  'no-number': {
    what: 'There is no phone number to call.',
    todo: 'Select or copy a number, then try again.',
  },
  'nothing-to-redial': {
    what: 'No call was made from here yet.',
    todo: 'Call a number first; then it can be called again.',
  },
  'code-not-allowed': {
    what: 'Codes with * or # change how the PBX treats your calls.',
    todo: 'If you mean it, type it on the dial pad.',
  },
  blocked: {
    what: "A dialling rule doesn't allow this number.",
    todo: 'Ask IT, or look at the dialling rules in Settings.',
  },
  'rule-result': {
    what: "A dialling rule makes a number of it that can't be called.",
    todo: 'Correct that rule in Settings, or tell IT.',
  },
  'question-open': {
    what: 'Another call waits for your answer.',
    todo: 'Answer that question first.',
  },
  'favourite-exists': {
    what: 'This number is a favourite already.',
    todo: 'Change that one, or keep it as it is.',
  },
  'favourites-full': {
    what: 'There is no room for more favourites.',
    todo: "Remove one that you don't need any more.",
  },
  'contact-without-number': {
    what: 'A phone number is missing.',
    todo: 'Write at least one.',
  },
  'contacts-full': {
    what: 'There is no room for more contacts.',
    todo: 'Delete some first; 20,000 fit.',
  },
  'contact-gone': {
    what: 'That contact is not there any more.',
    todo: 'Look for it in the list.',
  },
  'contacts-not-read': {
    what: 'No contacts can be read in this.',
    todo: 'Export them as vCard (.vcf) or CSV, and import that file.',
  },
  'contacts-packed': {
    what: 'This is a workbook or an archive.',
    todo: 'Save it as CSV in Excel, or unpack it, and import that file.',
  },
  'contacts-too-large': {
    what: 'This file is too large.',
    todo: 'At most 20,000 people and 50 MB. Export it without pictures.',
  },
  'contacts-too-long': {
    what: 'This file takes too long to read.',
    todo: 'Export fewer people at a time.',
  },
  'notes-not-read': {
    what: 'No notes can be read in this file.',
    todo: 'Choose the whole file that Export notes… made.',
  },
  'notes-version': {
    what: 'This file is from another version of this program.',
    todo: 'Update this program, or ask IT to.',
  },
  'notes-too-large': {
    what: 'This file is too large for notes.',
    todo: 'Choose the file that Export notes… made.',
  },
  'notes-another': {
    what: 'These are the notes of another extension.',
    todo: 'Sign in with that extension and import them there.',
  },
  'directory-unreachable': {
    what: "The company directory can't be reached.",
    todo: 'It is tried again by itself. If it stays like this, tell IT.',
  },
  'directory-plain': {
    what: 'The directory would be asked without encryption.',
    todo: 'Ask IT for an encrypted address (https, ldaps).',
  },
  'directory-certificate': {
    what: "This computer doesn't trust the directory's certificate.",
    todo: 'Nothing was asked. Please tell IT, with the details.',
  },
  'directory-password': {
    what: 'The directory wants a name and password.',
    todo: 'Type the directory password in the settings, or ask IT.',
  },
  'directory-refused': {
    what: 'The directory did not accept this name and password.',
    todo: 'Check the name, type the password again, or ask IT.',
  },
  'directory-redirected': {
    what: 'The directory sends to another address.',
    todo: 'It is not followed. Ask IT for the right address.',
  },
  'directory-not-read': {
    what: 'There is no directory there that can be read.',
    todo: 'Please tell IT, with the details.',
  },
  'directory-too-large': {
    what: 'The company directory is too large.',
    todo: 'At most 50,000 people and 50 MB. Please tell IT.',
  },
  'directory-half': {
    what: 'Only a part of the company directory came.',
    todo: 'Please tell IT, with the details.',
  },
  'directory-fewer': {
    what: 'More than half of the colleagues are gone from the directory.',
    todo: 'Those known so far stay. If it is meant, refresh it yourself.',
  },
  'directory-empty': {
    what: 'The company directory is empty now.',
    todo: 'Please tell IT.',
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
  'account-managed': {
    what: "IT has changed this desk's PBX, or how it signs in.",
    todo: 'Sign in with the API key that IT gave you for it.',
  },
  'another-account': {
    what: 'Somebody else is signed in here.',
    todo: 'Sign out first, then set this desk up.',
  },
  'set-up-link': {
    what: "This set-up link can't be used.",
    todo: 'Ask IT for another one.',
  },
  'set-up-secret': {
    what: 'This link has a key or secret in it, and is not used.',
    todo: 'Tell IT: links are kept in histories. The key has to be changed.',
  },
  'set-up-file': {
    what: "This isn't a set-up file, or something in it doesn't fit.",
    todo: 'Nothing was changed. Ask IT to look at it.',
  },
  'set-up-unread': {
    what: "This file can't be read.",
    todo: 'Nothing was changed. Ask IT to look at it.',
  },
  'set-up-no-keychain': {
    what: "This computer's keychain doesn't answer: signed in for this run.",
    todo: 'The set-up file is still there. Use it again, or tell IT.',
  },
  'set-up-kept': {
    what: "You are signed in, but the set-up file can't be removed.",
    todo: 'Remove it yourself: the API secret stands in it.',
  },
  'set-up-settings': {
    what: 'You are signed in, but not all settings could be kept.',
    todo: 'Look at the hotkey in Settings, or tell IT.',
  },
  keychain: {
    what: "This computer's keychain doesn't answer.",
    todo: 'Unlock it and start again, or sign in for this run only.',
  },
  'keychain-kept': {
    what: "Your key is still in this computer's keychain, which is locked.",
    todo: 'Unlock it and start this program again to remove the key.',
  },
  'sign-out-not-kept': {
    what: 'Your sign-in could not be removed from this computer.',
    todo: 'Start this program again and sign out once more, or ask IT.',
  },
  'calls-kept': {
    what: 'Your calls could not be removed from this computer.',
    todo: 'Ask IT whether the disk is full or write-protected.',
  },
  managed: {
    what: 'IT decides this for everybody here.',
    todo: 'Ask IT if it should be different.',
  },
  'settings-file': {
    what: "What you changed can't be saved.",
    todo: 'Ask IT whether the disk is full or write-protected.',
  },
  'no-recording': {
    what: 'There is no recording of this call any more.',
    todo: 'Refresh the list of calls.',
  },
  'reminders-full': {
    what: 'There are 100 reminders already.',
    todo: 'Mark some of them done first.',
  },
  'too-many': {
    what: 'That was too much in a short time, and was not done.',
    todo: 'Wait a minute and try again.',
  },
  'already-saving': {
    what: 'A file is being saved already.',
    todo: 'Finish that one first.',
  },
  'hotkey-taken': {
    what: 'Another program uses this key.',
    todo: 'Choose another one in Settings, or free it there.',
  },
  'hotkey-twice': {
    what: 'Your other key is this one already.',
    todo: 'Choose another one.',
  },
  'hotkey-not-usable': {
    what: "This key can't place calls: it has other uses.",
    todo: 'Add Ctrl, Alt or both, as in Ctrl+Alt+D.',
  },
  'not-saved': {
    what: "The file can't be saved there.",
    todo: 'Choose another folder, or ask IT whether the disk is full.',
  },
  'open-in': {
    what: 'The browser could not be opened.',
    todo: 'Try again, or ask IT which browser this computer has.',
  },
  'open-in-nobody': {
    what: 'There is no number to open.',
    todo: 'Choose another call.',
  },
  links: {
    what: "The system doesn't let this program open links.",
    todo: 'Ask IT, or choose the program in the system settings.',
  },
};
