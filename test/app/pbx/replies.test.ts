import { describe, expect, test } from 'vitest';
import { decode } from '../../../app/pbx/charset.ts';
import { type Mask, maskSecrets } from '../../../app/pbx/plain-text.ts';
import { longestMessage, parseReply as parseText, readReply } from '../../../app/pbx/replies.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const asIs = (text: string) => text;
const parseReply = (raw: Uint8Array, type: string, hide: Mask) => parseText(decode(raw, type), hide);
const parse = (text: string, type = 'text/html; charset=UTF-8') => parseReply(bytes(text), type, asIs);

const good = { success: true, msg: 'ok', value: undefined };

describe('a reply is understood as PHP really sends it', () => {
  test.each([
    ['{"success":true,"msg":"ok"}'],
    [' \r\n\t{"success":true,"msg":"ok"}\n'],
    ['\ufeff{"success":true,"msg":"ok"}'],
    ['\ufeff\ufeff \ufeff{"success":true,"msg":"ok"}'],
    [
      '<br />\n<b>Warning</b>:  Undefined array key "a" in <b>/x.php</b> on line <b>1</b><br />\n{"success":true,"msg":"ok"}',
    ],
    ['PHP Notice:  Undefined index: {ext} in /x.php on line 3\n{"success":true,"msg":"ok"}'],
    ['Parse error: syntax error, unexpected \'{\' in x.php\n{"success":true,"msg":"ok"}'],
    ['{"success":true,"msg":"ok"}<br />\n<b>Deprecated</b>: Function {a}'],
    ['{"success":true,"msg":"ok"}{"success":true,"msg":"ok"}'],
    ['array(1) {"debug"}\n{"success":true,"msg":"ok"}'],
    ['{ "success" : "true" , "msg" : "ok" }'],
    ['{"success":"TRUE ","msg":"ok"}'],
    ['{"success":1,"msg":"ok"}'],
    ['{"success":"1","msg":"ok"}'],
    ['{"success":"yes","msg":"ok"}'],
    ['{"success":true,"msg":["ok"]}'],
    ['{"success":true,"msg":{"text":"ok"}}'],
  ])('%j', (text) => {
    expect(parse(text)).toEqual(good);
  });

  test.each([['false'], ['"false"'], ['0'], ['"0"'], ['"no"']])('success %s is a no', (said) => {
    expect(parse(`{"success":${said},"msg":"No such extension"}`)).toMatchObject({
      success: false,
      msg: 'No such extension',
    });
  });

  test.each([
    ['{"success":true}', ''],
    ['{"success":true,"msg":null}', ''],
    ['{"success":true,"msg":12}', '12'],
    ['{"success":true,"msg":false}', 'false'],
    ['{"success":true,"msg":["tel is wrong",7,null,{"a":1}]}', 'tel is wrong; 7'],
    ['{"success":true,"msg":"\\u0e42\\u0e17\\u0e23\\u0e2d\\u0e2d\\u0e01"}', 'โทรออก'],
  ])('a msg of %s is %j', (text, msg) => {
    expect(parse(text)?.msg).toBe(msg);
  });

  test('in the charset that it declares, or that its byte-order mark tells', () => {
    const thai = Uint8Array.from([...bytes('{"success":true,"msg":"'), 0xe2, 0xb7, 0xc3, ...bytes('"}')]);
    expect(parseReply(thai, 'text/html; charset=TIS-620', asIs)?.msg).toBe('โทร');
    expect(parseReply(thai, 'text/html; charset="no-such"', asIs)?.success).toBe(true);
    const wide = new Uint8Array(Buffer.from('\ufeff{"success":true,"msg":"โทร"}', 'utf16le'));
    expect(parseReply(wide, 'application/json', asIs)?.msg).toBe('โทร');
  });
});

describe('what is no reply of this API is not taken for one', () => {
  test.each([
    [''],
    ['   '],
    ['null'],
    ['true'],
    ['1'],
    ['"success"'],
    ['[]'],
    ['{}'],
    ['{"hello":1}'],
    ['{"success":null}'],
    ['{"success":""}'],
    ['{"success":"maybe"}'],
    ['{"success":2}'],
    ['[{"success":true}]'],
    ['{"data":{"success":true}}'],
    [`[${' '.repeat(200)}{"success":true}]`],
    ['{"__proto__":{"success":true}}'],
    ['{"constructor":{"success":true}}'],
    ['<html><body>Log in</body></html>'],
    ['<!DOCTYPE html><title>x</title>{"success":true,"msg":"ok"}'],
    ['<script>var state = {"success":true};</script>'],
    ['{"success":true}<script>alert(1)</script>'],
    // a reply that was cut, and a piece of it that is whole
    ['{"success":true,"msg":"o'],
    ['{"data":{"success":true},'],
    ['[{"success":true},{"success":true}'],
    // it contradicts itself
    ['{"success":true}\n{"success":false}'],
  ])('%j', (text) => {
    expect(parse(text)).toBeNull();
  });

  test('however deep it nests', () => {
    for (const text of ['['.repeat(1_000_000), '{"a":'.repeat(300_000), '{"'.repeat(300_000)])
      expect(parse(text)).toBeNull();
    const deep = `{"success":true,"value":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
    expect(parse(deep)?.success).toBe(true);
  });
});

describe('what the PBX says is shown as plain text', () => {
  test.each([
    ['<b>No</b> such <i>extension</i>', 'No such extension'],
    ['Line one<br/>line two</p><p>three', 'Line one line two three'],
    ['<<b>b>bold<</b>/b>', 'bold'],
    ['<img src=x onerror=alert(1)', 'img src=x onerror=alert(1)'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', 'alert(1)'],
    ['Can&#039;t call &quot;101&quot; &amp; 102 &#x0e01;', 'Can\'t call "101" & 102 ก'],
    ['1 < 2 > 0', '1 < 2 > 0'],
    ['a\u0000b\u0085d', 'abd'],
    // what a terminal would draw with: colours, the cursor, a title, a link
    ['a\u001b[31mred\u001b[0m b', 'ared b'],
    ['\u001b[1;38;5;196mred\u001b[m', 'red'],
    ['\u001b[2K\u001b[1Gline', 'line'],
    ['\u001b[?25lhidden\u001b[?25h', 'hidden'],
    ['\u009b31mred\u009b0m', 'red'],
    ['\u001b]0;title\u0007text', 'text'],
    ['\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\', 'link'],
    ['\u001bPdevice\u001b\\text', 'text'],
    ['\u001b(B\u001b=\u001bcreset', 'reset'],
    ['&#27;[31mred&#x1b;[0m', 'red'],
    ['\\033[31mred\\e[0m \\x1b[1mbold\\u001b[0m ^[[4mline^[[0m \u241b[7mback', 'red bold line back'],
    ['cut off \u001b[31', 'cut off 31'],
    ['an array [0] and [31] and a^[b]', 'an array [0] and [31] and a^[b]'],
    ['\u202egnp.exe\u202c and \u2066x\u2069\u200b\ufeff', 'gnp.exe and x'],
    ['  one \n\n two\t\u00a0three\u2028four  ', 'one two three four'],
    ['half \ud83d of a face', 'half of a face'],
  ])('%j', (msg, shown) => {
    expect(parse(JSON.stringify({ success: false, msg }))?.msg).toBe(shown);
  });

  test('and cut where it is long, between two characters', () => {
    const msg = parse(JSON.stringify({ success: false, msg: 'x'.repeat(298) + '😀'.repeat(10) }))?.msg;
    expect(msg).toBe(`${'x'.repeat(298)}…`);
  });
});

describe('no secret comes back in what the PBX says', () => {
  const secrets = ['a2V5LTE6c2VjcmV0LTE=', 'key+one', 's3cr&t <b>two</b>', 'abc'];
  const hide = maskSecrets(secrets);
  const shown = (msg: string) => parseReply(bytes(JSON.stringify({ success: false, msg })), '', hide)?.msg;

  test.each([
    ['Bad token a2V5LTE6c2VjcmV0LTE= given', 'Bad token ••• given'],
    ['Bad token A2v5lte6c2vjcmv0lte= given', 'Bad token ••• given'],
    ['?token=a2V5LTE6c2VjcmV0LTE%3D&x', '?token=•••&x'],
    ['?key=key%2Bone', '?key=•••'],
    ['key+one:s3cr&t <b>two</b>', '•••:•••'],
    ['key+one:s3cr&amp;t &lt;b&gt;two&lt;/b&gt;', '•••:•••'],
    ['s3cr%26t%20%3Cb%3Etwo%3C%2Fb%3E', '•••'],
    ['s3cr%26t+%3Cb%3Etwo%3C%2Fb%3E', '•••'],
    ['ke<i>y+o</i>ne, k\u200bey+one', '•••, •••'],
    ['a short one is a word: abc', 'a short one is a word: abc'],
  ])('%j', (msg, safe) => {
    expect(shown(msg)).toBe(safe);
  });

  test('not even half of it where its own characters make a tag with what follows', () => {
    const hideOdd = maskSecrets(['ab<cd']);
    const raw = bytes(JSON.stringify({ success: false, msg: 'Key ab<cd and 2 > 1' }));
    expect(parseReply(raw, '', hideOdd)?.msg).toBe('Key ••• and 2 > 1');
  });

  test('not even half of it where the text is cut', () => {
    expect(shown(`${'x'.repeat(295)} key+one`)).not.toContain('ke');
  });

  test('wherever it stands, in whatever markup', () => {
    const secret = fc.string({
      unit: fc.constantFrom(...'aZ09+/=<>&;b"\\$.* ก'),
      minLength: 4,
      maxLength: 20,
    });
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (word, before, behind) => {
        fc.pre(word.trim() === word && !'•••'.includes(word));
        const mask = maskSecrets([word]);
        const raw = JSON.stringify({ success: false, msg: `${before}${word}${behind}` });
        expect(parseReply(bytes(raw), '', mask)?.msg).not.toContain(word);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('whatever arrives', () => {
  const status = fc.integer({ min: 100, max: 599 });
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: anyCharacter }).map(bytes),
    fc.json().map(bytes),
    fc
      .record({
        success: fc.jsonValue(),
        msg: fc.oneof(fc.jsonValue(), fc.string({ unit: anyCharacter, maxLength: 2_000 })),
      })
      .map((value) => bytes(JSON.stringify(value))),
    fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '"',
          '\\',
          '[',
          ']',
          ':',
          ',',
          '"success"',
          'true',
          '0',
          '<b>',
          '<html',
          ' ',
        ),
      )
      .map((pieces) => bytes(pieces.join(''))),
  );
  const type = fc.oneof(fc.string(), fc.constantFrom('text/html; charset=utf-16', 'application/json', ''));

  test('reading it never throws, and its words are plain and bounded', () => {
    fc.assert(
      fc.property(status, body, type, (code, content, contentType) => {
        const headers = { 'content-type': contentType };
        const reply = readReply({ status: code, headers, body: content }, asIs);
        const message = reply.ok ? reply.value.msg : (reply.failure.message ?? '');
        expect(message.length).toBeLessThanOrEqual(longestMessage);
        expect(message).not.toMatch(/<[a-z/!?]|\p{C}|\s{2}|^\s|\s$/iu);
        if (!reply.ok)
          expect(reply.failure.details).toMatch(
            /^HTTP \d{3} · (?:no type|another type|[a-z]+\/[a-z-]+) · [\d,]+ bytes$/,
          );
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('a status says what its sentence says', () => {
  const said = (status: number, text: string) => {
    const reply = readReply({ status, headers: { 'content-type': 'text/html' }, body: bytes(text) }, asIs);
    return reply.ok ? 'ok' : reply.failure.code;
  };
  const yes = '{"success":true}';
  const no = '{"success":false,"msg":"no"}';

  test.each([
    [200, yes, 'ok'],
    [201, yes, 'ok'],
    [200, no, 'refused'],
    [200, '<html>', 'not-this-api'],
    [204, '', 'not-this-api'],
    [301, yes, 'redirected'],
    [302, '', 'redirected'],
    [304, '', 'redirected'],
    [400, no, 'refused'],
    [400, yes, 'not-this-api'],
    [401, yes, 'unauthorised'],
    [401, no, 'unauthorised'],
    [403, '<html>', 'forbidden'],
    [403, '<html>Unauthorised visitor</html>', 'forbidden'],
    [403, '', 'forbidden'],
    [403, 'Forbidden', 'forbidden'],
    [403, no, 'unauthorised'],
    [403, '{"error":"Invalid API key"}', 'unauthorised'],
    [401, '<html>', 'unauthorised'],
    [200, '{"success":false,"msg":"Invalid token"}', 'unauthorised'],
    [200, '{"success":false,"message":"Invalid token"}', 'unauthorised'],
    [404, '<html>', 'not-this-api'],
    [404, no, 'refused'],
    [405, '', 'not-this-api'],
    [407, '', 'proxy'],
    [408, '', 'server-error'],
    [429, '', 'server-error'],
    [500, yes, 'server-error'],
    [500, no, 'server-error'],
    [503, '<html>', 'server-error'],
  ])('%i with %j is %s', (status, text, code) => {
    expect(said(status, text)).toBe(code);
  });

  test('the line for the help desk is made of numbers and known words alone', () => {
    const body = new Uint8Array(1_203);
    const line = (contentType: string) => {
      const reply = readReply({ status: 502, headers: { 'content-type': contentType }, body }, asIs);
      return reply.ok ? '' : reply.failure.details;
    };
    expect(line('text/html; charset=UTF-8')).toBe('HTTP 502 · text/html · 1,203 bytes');
    expect(line('Basic c2VjcmV0')).toBe('HTTP 502 · another type · 1,203 bytes');
    expect(line('')).toBe('HTTP 502 · no type · 1,203 bytes');
  });
});
