/** Words of certificates and proxies. */

export const certificate = {
  /** Beside the details of a failure. */
  look: 'Certificate',
  ask: 'Trust this certificate?',
  trust: 'Trust',
  forget: 'Forget the old one',
  askIt: 'Nobody that this computer knows vouches for it. Show it to IT.',
  locked: 'Your IT team decides which certificates are trusted here.',
  fingerprint: 'Fingerprint (SHA-256)',
  names: 'For',
  issuer: 'Issued by',
  valid: 'Valid',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  authority: (name: string) => `Trust its issuer, ${name}`,
  of: {
    pbx: {
      title: "The PBX's certificate",
      compare:
        'Nobody that this computer knows vouches for it. Trust it only if IT gave you this very fingerprint.',
      changed: 'Another certificate was trusted here. Ask IT whether the PBX got this new one.',
      authorityNote: 'For this PBX. Nobody is asked again when the certificate is renewed.',
    },
    directory: {
      title: "The directory's certificate",
      compare:
        "Nobody that this computer knows vouches for the directory's server. Trust it only if IT gave you this very fingerprint.",
      changed: 'Another certificate was trusted here. Ask IT whether the directory got this new one.',
      authorityNote: 'For this directory. Nobody is asked again when the certificate is renewed.',
    },
  },
};

export const proxyPassword = {
  title: 'Proxy password',
  asks: (proxy: string) => `The network's proxy ${proxy} wants to know who you are.`,
  wrong: (proxy: string) => `The proxy ${proxy} didn't take that user name or password.`,
  user: 'User name',
  password: 'Password',
  show: 'Show password',
  goOn: 'Go on',
  /** Beside a failure. */
  enter: 'Enter password',
};

export const network = {
  title: 'Network',
  proxy: 'Proxy',
  proxies: {
    system: 'As the system says',
    none: 'None',
    server: 'A server',
    script: 'A script (PAC)',
  },
  proxyAddress: 'Proxy address',
  proxyWrong: (example: string) => `It should look like ${example}.`,
  forgetPassword: "Forget the proxy's password",
  askToTrust: 'Ask about unknown certificates',
  askToTrustNote:
    'Where nobody vouches for a server, you compare the fingerprint. If this is off, it is turned down.',
  trusted: 'Trusted certificates',
  trustedNote: 'Each of them has to present this certificate, and no other.',
  remove: (host: string) => `No longer trust ${host}`,
};
