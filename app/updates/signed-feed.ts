import type { UpdateInfo } from 'electron-updater';
import {
  Provider,
  type ProviderRuntimeOptions,
  parseUpdateInfo,
  resolveFiles,
} from 'electron-updater/out/providers/Provider.js';
import * as v from 'valibot';
import type { UpdateFailure } from '../contract/updates.ts';
import type { FeedSource } from '../settings/policy-schema.ts';
import { isSignedBy } from './signature.ts';
import { UpdateError, updateCode } from './update-error.ts';

const product = 'promptcall-companion';
const Version = v.pipe(v.string(), v.maxLength(40), v.regex(/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/));
/** A name, and no way: all lies beside the feed's file. */
const Name = v.pipe(v.string(), v.maxLength(200), v.regex(/^[\w.+-]+$/));
const Sha512 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/));
/** Bytes. */
const Size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000));

/** No `packages` and no `path`: what electron-updater would fetch by other ways. */
const Feed = v.object({
  version: Version,
  files: v.pipe(
    v.array(v.object({ url: Name, sha512: Sha512, size: v.optional(Size) })),
    v.minLength(1),
    v.maxLength(20),
  ),
  releaseDate: v.optional(v.string(), ''),
  stagingPercentage: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  minimumSystemVersion: v.optional(v.string()),
});

export interface SignedFeedOptions {
  readonly source: FeedSource;
  /** How long a package is, of this sum; as far as the feed says it. */
  readonly sized: (sha512: string, bytes: number) => void;
}

/**
 * A generic feed whose file is signed, beside it in a file of its own (`latest-linux.yml.sig`). electron-updater checks a package by the
 * sum that the feed names, and on Linux nothing else: whoever could write to the server could have written both.
 */
export class SignedFeed extends Provider<UpdateInfo> {
  readonly #source: FeedSource;
  readonly #sized: SignedFeedOptions['sized'];

  constructor({ source, sized }: SignedFeedOptions, _updater: unknown, runtime: ProviderRuntimeOptions) {
    super(runtime);
    this.#source = source;
    this.#sized = sized;
  }

  /** electron-updater would name the computer to the server. */
  override setRequestHeaders(): void {}

  override async getLatestVersion(): Promise<UpdateInfo> {
    const name = `${this.getDefaultChannelName()}.yml`;
    const at = new URL(name, this.#source.feed);
    const text = await this.#read(at, 'unreachable');
    const signature = await this.#read(new URL(`${name}.sig`, this.#source.feed), 'signature');
    if (!isSignedBy(this.#source.key, text, signature)) throw new UpdateError('signature', name);
    const feed = readFeed(text, name, at);
    for (const { sha512, size } of feed.files) if (size !== undefined) this.#sized(sha512, size);
    return feed;
  }

  override resolveFiles(info: UpdateInfo) {
    return resolveFiles(info, new URL(this.#source.feed));
  }

  /** `absent`: what it means that there is no such file. */
  async #read(at: URL, absent: UpdateFailure): Promise<string> {
    try {
      return (await this.httpRequest(at)) ?? '';
    } catch (error) {
      const isAbsent = error instanceof Error && 'statusCode' in error && error.statusCode === 404;
      throw new UpdateError(isAbsent ? absent : 'unreachable', updateCode(error));
    }
  }
}

function readFeed(text: string, name: string, at: URL): UpdateInfo {
  let parsed: unknown;
  try {
    parsed = parseUpdateInfo(text, name, at);
  } catch {
    throw new UpdateError('misfit', `${name} is no YAML`);
  }
  const feed = v.safeParse(Feed, parsed);
  if (!feed.success) throw new UpdateError('misfit', name);
  const { version, files } = feed.output;
  // The same key may have signed another program's feed.
  if (!files.every(({ url }) => url.startsWith(`${product}-${version}-`)))
    throw new UpdateError('misfit', `${name} is of another program`);
  return { ...feed.output, path: '', sha512: '' } as UpdateInfo;
}
