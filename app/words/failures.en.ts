import type { FailureWords } from './failure-words.ts';
import { pbxFailuresEn } from './failures-pbx.en.ts';

export const failuresEn: FailureWords = {
  ...pbxFailuresEn,
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
    todo: 'Choose the whole file that “Export notes…” made.',
  },
  'notes-version': {
    what: 'This file is from another version of this program.',
    todo: 'Update this program, or ask IT to.',
  },
  'notes-too-large': {
    what: 'This file is too large for notes.',
    todo: 'Choose the file that “Export notes…” made.',
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
  'directory-certificate-expired': {
    what: "The directory's certificate has expired.",
    todo: "See that this computer's date is right. If it is, tell IT.",
  },
  'directory-certificate-not-yet': {
    what: "The directory's certificate is not valid yet.",
    todo: "This computer's clock may be slow: set it. If it's right, tell IT.",
  },
  'directory-certificate-name': {
    what: "The directory's certificate is for another address.",
    todo: 'Check the address, or ask IT for the right one.',
  },
  'directory-certificate-unknown': {
    what: "This computer doesn't know who issued the directory's certificate.",
    todo: 'Nothing was sent. Look at the certificate, or ask IT about it.',
  },
  'directory-certificate-changed': {
    what: "The directory's certificate is not the one trusted here.",
    todo: 'Nothing was sent. Ask IT whether the directory got a new one.',
  },
  'directory-password': {
    what: 'The directory wants a name and password.',
    todo: 'Type the directory password, or ask IT.',
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
  'set-up-proxy': {
    what: "The set-up file's password doesn't open the network's proxy.",
    todo: 'Nothing was changed. Ask IT to look at it.',
  },
  'set-up-not-kept': {
    what: "This computer's keychain doesn't answer: nothing was changed.",
    todo: 'Unlock it and use the set-up file again, or tell IT.',
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
    todo: 'The details name them. Look at them in Settings, or tell IT.',
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
  'calls-held': {
    what: 'Calls are not shown: which numbers to forget is in the keychain.',
    todo: 'Unlock the keychain, then press Refresh.',
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
  'notes-full': {
    what: 'No more notes can be kept.',
    todo: 'There are 20,000: take an old one away first.',
  },
  'not-undone': {
    what: "This can't be undone here any more.",
    todo: 'Find the call under All and press Mark as not done in More.',
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
  'not-draggable': {
    what: "The recording can't be dragged yet: its file is being made.",
    todo: 'Drag it again in a moment.',
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
    what: "This key can't be used here: it has other uses.",
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
