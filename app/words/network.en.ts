/** Words of certificates and proxies. */

export const certificate = {
  /** Beside the details of a failure. */
  look: 'Certificate',
  ask: 'Trust this certificate?',
  title: "The PBX's certificate",
  trust: 'Trust',
  forget: 'Forget old one',
  compare:
    'Nobody that this computer knows vouches for it. Trust it only if IT gave you this very fingerprint.',
  askIt: 'Nobody that this computer knows vouches for it. Show it to IT.',
  changed: 'Another certificate was trusted here. Ask IT whether the PBX got this new one.',
  fingerprint: 'Fingerprint (SHA-256)',
  names: 'For',
  issuer: 'Issued by',
  valid: 'Valid',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  authority: (name: string) => `Trust all that ${name} issues for this PBX`,
  authorityNote: 'Nobody is asked again when the certificate is renewed.',
};

export const network = {
  title: 'Network',
  askToTrust: 'Ask about unknown certificates',
  askToTrustNote: 'Where nobody vouches for the PBX, you compare the fingerprint. Off, it is turned down.',
  trusted: 'Trusted certificates',
  trustedNote: 'These servers have to present this certificate, and no other.',
  remove: (host: string) => `No longer trust ${host}`,
};
