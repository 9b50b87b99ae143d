import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { type Answer, jsonAnswer, pageAnswer, phpJson, refusal, textAnswer } from './answers.ts';
import type { ReceivedRequest } from './requests.ts';

/** Replies that say something else than they should. They are sent like any other. */
export type ContentFault =
  /** An error page as the web server or PHP makes it for that status; `headers` come on top. */
  | { kind: 'status'; status: number; headers?: Readonly<Record<string, string>>; body?: string }
  /** 200 with a page to log in on, as a proxy or a hotel's network answers. */
  | { kind: 'html' }
  | { kind: 'other-json'; value: unknown }
  | { kind: 'php-warning' }
  | { kind: 'bom' }
  | { kind: 'white-space' }
  | { kind: 'success-as'; value: unknown }
  /** `value` of a cdrapi reply as something else: absent with `undefined`, say. */
  | { kind: 'value-as'; value: unknown }
  /** This among the rows, in front of each: what is left where a script could not read one. */
  | { kind: 'odd-rows'; odd: unknown }
  | { kind: 'refuse'; msg: unknown }
  | { kind: 'redirect'; to: string; status: 301 | 302 | 303 | 307 | 308 }
  | { kind: 'empty' }
  | { kind: 'cut-json' }
  /** Compressed whether the client asked for it or not. */
  | { kind: 'gzip' }
  /** A debug page that prints the whole request, credentials included: what a careful client never shows or logs. */
  | { kind: 'echo'; status: number }
  /** For recordings: a WAV header and no sound, the first half of the file, a WAV whose sizes are not yet filled in. */
  | { kind: 'header-only' }
  | { kind: 'cut-file' }
  | { kind: 'still-written' };

/** Replies that come in a wrong way, or not at all. */
export type DeliveryFault =
  /** Nothing for so many milliseconds, then the right reply. */
  | { kind: 'slow'; ms: number }
  | { kind: 'hang' }
  | { kind: 'close-before-reply' }
  /** The same with a TCP reset in place of an orderly end. */
  | { kind: 'reset-before-reply' }
  /** Over HTTP/2 the request's stream is reset, with a code of RFC 9113 §7; over HTTP/1.1 its connection. */
  | { kind: 'reset-stream'; code: number }
  | { kind: 'close-mid-reply' }
  /** Half of the reply, then silence on an open connection. */
  | { kind: 'stall-mid-reply' }
  | { kind: 'endless' }
  | { kind: 'drip'; everyMs: number }
  /** Content-Length says so many bytes more (below 0: fewer) than come; then the connection ends. */
  | { kind: 'wrong-length'; by: number }
  /** These bytes in place of an HTTP reply, head and all; then the connection ends. */
  | { kind: 'raw'; bytes: Uint8Array };

export type Fault = ContentFault | DeliveryFault;

const deliveries: readonly string[] = [
  'slow',
  'hang',
  'close-before-reply',
  'reset-before-reply',
  'reset-stream',
  'close-mid-reply',
  'stall-mid-reply',
  'endless',
  'drip',
  'wrong-length',
  'raw',
] satisfies DeliveryFault['kind'][];

export function isDelivery(fault: Fault): fault is DeliveryFault {
  return deliveries.includes(fault.kind);
}

const phpWarning =
  '<br />\n<b>Warning</b>:  Undefined array key "agent" in <b>/var/www/html/pbxws.php</b> on line <b>112</b><br />\n';

export function altered(answer: Answer, fault: ContentFault, request: ReceivedRequest): Answer {
  switch (fault.kind) {
    case 'status': {
      const page = statusPage(fault.status);
      const body = fault.body === undefined ? page.body : Buffer.from(fault.body);
      return { ...page, body, headers: { ...page.headers, ...fault.headers } };
    }
    case 'html':
      return pageAnswer(
        200,
        'Sign in to the network',
        '<form method="post" action="/login"><input name="user"><input name="password" type="password"></form>',
      );
    case 'other-json':
      return {
        ...textAnswer(phpJson(fault.value)),
        headers: { 'content-type': 'application/json' },
      };
    case 'php-warning':
      return { ...answer, body: Buffer.concat([Buffer.from(phpWarning), answer.body]) };
    case 'bom':
      return { ...answer, body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), answer.body]) };
    case 'white-space':
      return {
        ...answer,
        body: Buffer.concat([Buffer.from('\r\n\r\n \t'), answer.body, Buffer.from('\n\n')]),
      };
    case 'success-as':
      return jsonAnswer({ ...answer.json, success: fault.value });
    case 'value-as':
      return jsonAnswer({ ...answer.json, value: fault.value });
    case 'odd-rows': {
      const value = answer.json?.value;
      const rows = Array.isArray(value) ? value.flatMap((row) => [fault.odd, row]) : value;
      return jsonAnswer({ ...answer.json, value: rows });
    }
    case 'refuse':
      return jsonAnswer({ success: false, msg: fault.msg });
    case 'redirect':
      return pageAnswer(fault.status, 'Moved', '<p>The document has moved.</p>', { location: fault.to });
    case 'empty':
      return textAnswer('');
    case 'cut-json':
      return { ...answer, body: answer.body.subarray(0, Math.max(1, answer.body.length - 2)) };
    case 'gzip':
      return {
        ...answer,
        headers: { ...answer.headers, 'content-encoding': 'gzip' },
        body: gzipSync(answer.body),
      };
    case 'echo':
      return echo(request, fault.status);
    case 'header-only':
      return { ...answer, body: waveHeader() };
    case 'cut-file':
      return { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) };
    case 'still-written':
      return { ...answer, body: stillWritten(answer.body) };
  }
}

function statusPage(status: number): Answer {
  switch (status) {
    case 401:
      return pageAnswer(401, 'Unauthorized', '<p>This server could not verify that you are authorized.</p>', {
        'www-authenticate': 'Basic realm="promptCall"',
      });
    case 403:
      return pageAnswer(403, 'Forbidden', '<p>You do not have permission to access this resource.</p>');
    case 404:
      return pageAnswer(404, 'Not Found', '<p>The requested URL was not found on this server.</p>');
    case 429:
      return pageAnswer(429, 'Too Many Requests', '', { 'retry-after': '30' });
    case 500:
      return textAnswer(
        '<br />\n<b>Fatal error</b>:  Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in ' +
          '<b>/var/www/html/pbxws.php</b>:41\nStack trace:\n#0 {main}\n  thrown in ' +
          '<b>/var/www/html/pbxws.php</b> on line <b>41</b><br />\n',
        500,
      );
    case 503:
      return pageAnswer(503, 'Service Unavailable', '', { 'retry-after': '120' });
    default:
      return pageAnswer(status, `Status ${status}`, '');
  }
}

function echo(request: ReceivedRequest, status: number): Answer {
  const lines = [
    `${request.method} ${request.path}`,
    phpJson(request.query),
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
    phpJson(request.body),
  ];
  return pageAnswer(status, 'Whoops, something went wrong', `<pre>${lines.join('\n')}</pre>`);
}

/** What Asterisk leaves of a call in which nothing was recorded: 44 bytes, 8 kHz, 16 bits, no data. */
function waveHeader(): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(16_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  return header;
}

function stillWritten(file: Buffer): Buffer {
  const soFar = Buffer.from(file.subarray(0, Math.floor(file.length / 2)));
  const data = soFar.indexOf('data', 12, 'latin1');
  if (soFar.toString('latin1', 0, 4) !== 'RIFF' || data < 0) return soFar;
  soFar.writeUInt32LE(0, 4);
  soFar.writeUInt32LE(0, data + 4);
  return soFar;
}

/** What a wrong key is answered with. */
export function turnedDown(how: 401 | 403 | 'success-false'): Answer {
  return how === 'success-false' ? refusal('Invalid API key or secret') : statusPage(how);
}

export function notFound(): Answer {
  return statusPage(404);
}
