import type { FailureCode } from '../../app/failures.ts';

/** One failure, for the person at the desk: what happened, and what to do about it. */
export interface Sentence {
  readonly what: string;
  readonly todo: string;
}

export const failuresEn: Record<FailureCode, Sentence> = {
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
    todo: 'Change that one instead.',
  },
  'favourites-full': {
    what: 'There is no room for more favourites.',
    todo: "Remove one that you don't need any more.",
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
  keychain: {
    what: "This computer's keychain doesn't answer.",
    todo: 'Unlock it and start again, or sign in for this run only.',
  },
  managed: {
    what: 'IT decides this for everybody here.',
    todo: 'Ask IT if it should be different.',
  },
  'settings-file': {
    what: "The settings can't be saved.",
    todo: 'Ask IT whether the disk is full or write-protected.',
  },
  'no-recording': {
    what: 'There is no recording of this call any more.',
    todo: 'Refresh the list of calls.',
  },
  'already-saving': {
    what: 'This recording is being saved already.',
    todo: 'Wait a moment.',
  },
  'hotkey-taken': {
    what: 'Another program uses this key.',
    todo: 'Choose another one in Settings, or free it there.',
  },
  'hotkey-not-usable': {
    what: "This key can't place calls: it has other uses.",
    todo: 'Add Ctrl, Alt or both, as in Ctrl+Alt+D.',
  },
  'not-saved': {
    what: "The file can't be saved there.",
    todo: 'Choose another folder, or ask IT whether the disk is full.',
  },
  links: {
    what: "The system doesn't let this program open links.",
    todo: 'Ask IT, or choose the program in the system settings.',
  },
};
