import type { TransportError } from './transport.ts';

/** `sent` is `no` only where the request cannot have left: a call that failed this way was not placed. */
export type ChromiumErrorMeaning = Pick<TransportError, 'code' | 'sent'>;
type Code = TransportError['code'];
type Row = readonly [pattern: string, code: Code, sent: TransportError['sent'], because: string];

/**
 * What Chromium's network errors mean for a request on a fresh connection (net/base/net_error_list.h). The first row that fits
 * counts; `*` stands for anything. An error that can also come after the request was written is `maybe`, however rarely.
 */
export const chromiumErrors: readonly Row[] = [
  ['NAME_NOT_RESOLVED', 'name-not-found', 'no', 'no address to connect to'],
  ['NAME_RESOLUTION_FAILED', 'name-not-found', 'no', 'no address to connect to'],
  ['DNS_*', 'name-not-found', 'no', 'no address to connect to'],
  ['ICANN_NAME_COLLISION', 'name-not-found', 'no', 'the name exists only by mistake'],

  ['CONNECTION_REFUSED', 'connection-refused', 'no', 'the TCP connection was turned down'],
  ['CONNECTION_FAILED', 'unreachable', 'no', 'the TCP connection never stood'],
  ['CONNECTION_TIMED_OUT', 'timed-out', 'no', 'said of connecting alone; later it is TIMED_OUT'],
  ['ADDRESS_UNREACHABLE', 'unreachable', 'no', 'no route; what stood would outlive our time limits'],
  ['ADDRESS_INVALID', 'unreachable', 'no', 'an address that nothing can be sent to'],
  ['INTERNET_DISCONNECTED', 'unreachable', 'no', 'connecting failed while the computer was offline'],
  ['NETWORK_ACCESS_DENIED', 'unreachable', 'no', 'a firewall on this computer forbade the connection'],
  ['UNSAFE_PORT', 'port-not-usable', 'no', 'Chromium never connects to the ports of some other protocols'],
  ['DISALLOWED_URL_SCHEME', 'unreachable', 'no', 'turned down before anything is opened'],
  ['INVALID_URL', 'unreachable', 'no', 'turned down before anything is opened'],
  ['UNKNOWN_URL_SCHEME', 'unreachable', 'no', 'turned down before anything is opened'],
  ['BLOCKED_BY_*', 'unreachable', 'maybe', 'some of these judge the reply'],

  ['CERT_DATE_INVALID', 'certificate-expired', 'no', 'a certificate is judged in the handshake'],
  ['CERT_COMMON_NAME_INVALID', 'certificate-name', 'no', 'a certificate is judged in the handshake'],
  ['CERT_AUTHORITY_INVALID', 'certificate-unknown', 'no', 'a certificate is judged in the handshake'],
  ['CERT_*', 'certificate', 'no', 'a certificate is judged in the handshake'],
  ['CERTIFICATE_TRANSPARENCY_REQUIRED', 'certificate', 'no', 'a certificate is judged in the handshake'],
  ['SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', 'certificate', 'no', 'a certificate is judged in the handshake'],
  ['SSL_SERVER_CERT_BAD_FORMAT', 'certificate', 'no', 'a certificate is judged in the handshake'],
  ['SSL_SERVER_CERT_CHANGED', 'certificate', 'maybe', 'seen on a connection that was in use'],
  ['SSL_OBSOLETE_VERSION', 'old-tls', 'no', 'agreeing on a version comes first'],
  ['SSL_VERSION_OR_CIPHER_MISMATCH', 'old-tls', 'no', 'agreeing on a version comes first'],
  ['SSL_UNRECOGNIZED_NAME_ALERT', 'unreachable', 'no', 'the answer to the first message of a handshake'],
  ['SSL_KEY_USAGE_INCOMPATIBLE', 'certificate', 'no', 'a certificate is judged in the handshake'],
  ['ECH_*', 'unreachable', 'no', 'the first message of a handshake was turned down'],
  // TLS 1.3 lets a client write before the server has judged the client's certificate.
  ['SSL_CLIENT_AUTH_*', 'unreachable', 'maybe', 'TLS 1.3 may ask after the request was written'],
  ['BAD_SSL_CLIENT_AUTH_CERT', 'unreachable', 'maybe', 'TLS 1.3 may say so after the request was written'],
  ['SSL_PROTOCOL_ERROR', 'no-tls', 'maybe', 'what came is no TLS: mostly at once, but at any time'],
  ['SSL_*', 'unreachable', 'maybe', 'a broken record or an alert may come at any time'],

  ['PROXY_CONNECTION_FAILED', 'proxy-unreachable', 'no', 'no connection to the proxy'],
  ['TUNNEL_CONNECTION_FAILED', 'proxy', 'no', 'the proxy opened no way to the PBX'],
  ['SOCKS_CONNECTION_FAILED', 'proxy-no-way', 'no', 'the proxy opened no way to the PBX'],
  ['SOCKS_CONNECTION_HOST_UNREACHABLE', 'proxy-no-way', 'no', 'the proxy opened no way to the PBX'],
  ['PROXY_CERTIFICATE_INVALID', 'proxy-certificate', 'no', 'the connection to the proxy never stood'],
  [
    'MANDATORY_PROXY_CONFIGURATION_FAILED',
    'proxy-script',
    'no',
    'the script that chooses a proxy did not come',
  ],
  ['NO_SUPPORTED_PROXIES', 'proxy', 'no', 'no proxy to connect to'],
  ['PAC_*', 'proxy-script', 'no', 'the proxy is chosen before connecting'],
  ['HTTPS_PROXY_TUNNEL_*', 'proxy', 'no', 'the proxy opened no way to the PBX'],
  ['PROXY_AUTH_*', 'proxy', 'no', 'the proxy passes nothing on for whom it does not know'],
  ['*PROXY*', 'proxy', 'maybe', 'a proxy of plain HTTP is given the request itself'],

  ['TIMED_OUT', 'timed-out', 'maybe', 'of connecting, shaking hands or reading: it does not say'],
  ['INVALID_HTTP_RESPONSE', 'not-this-api', 'maybe', 'something came that is no HTTP'],
  ['INVALID_CHUNKED_ENCODING', 'not-this-api', 'maybe', 'something came that is no HTTP'],
  ['RESPONSE_HEADERS_MULTIPLE_*', 'not-this-api', 'maybe', 'a head that contradicts itself'],
  ['CONTENT_DECODING_*', 'not-this-api', 'maybe', 'a reply came, packed in another way than it says'],
  ['RESPONSE_HEADERS_TOO_BIG', 'too-large', 'maybe', 'a reply came'],
  ['FILE_TOO_BIG', 'too-large', 'maybe', 'a reply came'],
  ['MSG_TOO_BIG', 'too-large', 'maybe', 'it does not say whose message'],
  ['NETWORK_CHANGED', 'no-reply', 'maybe', 'connections in use are cut'],
  ['NETWORK_IO_SUSPENDED', 'no-reply', 'maybe', 'the computer went to sleep in the middle'],
];

const anythingElse: ChromiumErrorMeaning = { code: 'no-reply', sent: 'maybe' };

const rows = chromiumErrors.map(
  ([pattern, code, sent]) => [new RegExp(`^${pattern.replaceAll('*', '.*')}$`), { code, sent }] as const,
);

/** `net::ERR_…` out of an error's message, which may hold more (an address, say): only the name goes on. */
export function readChromiumError(message: string): ChromiumErrorMeaning & { readonly details: string } {
  const name = /\bERR_([A-Z0-9_]{1,80})/.exec(message)?.[1];
  if (name === undefined) return { ...anythingElse, details: 'net::ERR without a name' };
  const meaning = rows.find(([pattern]) => pattern.test(name))?.[1] ?? anythingElse;
  return { ...meaning, details: `net::ERR_${name}` };
}
