/** The two parts of electron-log that are used: without its IPC, its preload and its hooks into Electron. */
declare module 'electron-log/src/core/Logger.js' {
  import type { Logger, Transport } from 'electron-log';

  interface Parts {
    readonly logId: string;
    readonly transportFactories: Readonly<
      Record<string, (logger: Logger, dependencies?: object) => Transport>
    >;
    readonly dependencies: object;
  }
  const LoggerClass: new (parts: Parts) => Logger;
  export default LoggerClass;
}

declare module 'electron-log/src/node/transports/file/index.js' {
  import type { FileTransport, Logger } from 'electron-log';

  const fileTransport: (logger: Logger, dependencies?: object) => FileTransport;
  export default fileTransport;
}
