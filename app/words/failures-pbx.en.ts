import { everywhere, type PbxFailureWords, signedIn } from './failure-words.ts';

const network = 'Check the network. If it stays like this, tell IT.';
const again = 'Try again in a moment. If it stays like this, tell IT.';
/** The list asks again without being told to. */
const byItself = 'It will try again by itself. If it stays like this, tell IT.';

/** Of requests to the PBX. */
export const pbxFailuresEn: PbxFailureWords = {
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
  'proxy-script': everywhere({
    what: "The network's proxy script (PAC) can't be read.",
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
  'proxy-certificate': everywhere({
    what: "This computer doesn't trust the proxy's certificate.",
    todo: 'Ask IT to make this computer trust it.',
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
};
