import { describe, expect, test } from 'vitest';
import { chromiumErrors, readChromiumError } from '../../../app/pbx/chromium-errors.ts';

describe('an error of Chromium is known for what it means', () => {
  test.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'name-not-found', 'no'],
    ['net::ERR_CONNECTION_REFUSED', 'connection-refused', 'no'],
    ['net::ERR_ADDRESS_UNREACHABLE', 'unreachable', 'no'],
    ['net::ERR_INTERNET_DISCONNECTED', 'unreachable', 'no'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timed-out', 'no'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate-unknown', 'no'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate-name', 'no'],
    ['net::ERR_CERT_DATE_INVALID', 'certificate-expired', 'no'],
    ['net::ERR_CERT_REVOKED', 'certificate', 'no'],
    ['net::ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'certificate', 'no'],
    ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'old-tls', 'no'],
    ['net::ERR_UNSAFE_PORT', 'port-not-usable', 'no'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy-unreachable', 'no'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy', 'no'],
    ['net::ERR_PROXY_AUTH_REQUESTED', 'proxy', 'no'],
    ['net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy-script', 'no'],
    ['net::ERR_PAC_SCRIPT_FAILED', 'proxy-script', 'no'],
    ['net::ERR_PAC_NOT_IN_DHCP', 'proxy-script', 'no'],
    ['net::ERR_PROXY_AUTH_UNSUPPORTED', 'proxy', 'no'],
    // these may come after the request was written
    ['net::ERR_SSL_PROTOCOL_ERROR', 'no-tls', 'maybe'],
    ['net::ERR_UNEXPECTED_PROXY_AUTH', 'proxy', 'maybe'],
    ['net::ERR_TIMED_OUT', 'timed-out', 'maybe'],
    ['net::ERR_EMPTY_RESPONSE', 'no-reply', 'maybe'],
    ['net::ERR_CONNECTION_RESET', 'no-reply', 'maybe'],
    ['net::ERR_CONNECTION_CLOSED', 'no-reply', 'maybe'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'no-reply', 'maybe'],
    ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'no-reply', 'maybe'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'not-this-api', 'maybe'],
    ['net::ERR_INVALID_CHUNKED_ENCODING', 'not-this-api', 'maybe'],
    ['net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH', 'not-this-api', 'maybe'],
    ['net::ERR_CONTENT_DECODING_FAILED', 'not-this-api', 'maybe'],
    ['net::ERR_NETWORK_CHANGED', 'no-reply', 'maybe'],
    ['net::ERR_HTTP2_PROTOCOL_ERROR', 'no-reply', 'maybe'],
    ['net::ERR_SOMETHING_OF_NEXT_YEAR', 'no-reply', 'maybe'],
  ])('%s', (message, code, sent) => {
    expect(readChromiumError(message)).toEqual({ code, sent, details: message });
  });

  test('without the address that its message may hold', () => {
    expect(
      readChromiumError("Error: net::ERR_CERT_DATE_INVALID at 'https://pbx.example.com/?token=x'").details,
    ).toBe('net::ERR_CERT_DATE_INVALID');
    expect(readChromiumError('https://pbx.example.com/?token=x is gone')).toEqual({
      code: 'no-reply',
      sent: 'maybe',
      details: 'net::ERR without a name',
    });
  });

  test('each row has a reason', () => {
    for (const [pattern, , , because] of chromiumErrors)
      expect([pattern, because.length > 5]).toEqual([pattern, true]);
  });
});
