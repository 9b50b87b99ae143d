import { Buffer } from 'node:buffer';

/** A whole reply before it is sent: faults work on it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** What a JSON body was made of, so that a fault can say the same thing in another way. */
  readonly json: Readonly<Record<string, unknown>> | null;
}

/** A script that never calls `header()` sends its JSON under PHP's default type. */
const phpType = 'text/html; charset=UTF-8';

export function jsonAnswer(json: Readonly<Record<string, unknown>>, status = 200): Answer {
  return { status, headers: { 'content-type': phpType }, body: Buffer.from(phpJson(json)), json };
}

export function refusal(msg: string, status = 200): Answer {
  return jsonAnswer({ success: false, msg }, status);
}

export function textAnswer(
  text: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers: { 'content-type': phpType, ...headers }, body: Buffer.from(text), json: null };
}

export function pageAnswer(
  status: number,
  title: string,
  content: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const page = `<!DOCTYPE html>\n<html><head><title>${title}</title></head>\n<body><h1>${title}</h1>\n${content}\n</body></html>\n`;
  return textAnswer(page, status, headers);
}

export function fileAnswer(name: string, bytes: Uint8Array): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name.replaceAll(/["\r\n\\]/g, '_')}"`,
    },
    body: Buffer.from(bytes),
    json: null,
  };
}

/** As `json_encode` writes it: slashes and everything beyond ASCII escaped. */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
