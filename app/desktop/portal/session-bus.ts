import { type Message, sessionBus } from 'dbus-native';

/** A message of the session bus: a signal, as far as its listeners care. */
export interface BusSignal {
  readonly sender: string;
  readonly path: string;
  readonly name: string;
  readonly body: readonly unknown[];
}

export interface BusCall {
  readonly to: string;
  readonly path: string;
  readonly interface: string;
  readonly method: string;
  /** D-Bus types of `body`. */
  readonly types: string;
  readonly body: readonly unknown[];
}

export interface SessionBus {
  /** This connection's name there, `:1.42`. */
  name(): string;
  /** Rejects where the bus or whoever is called says no, or nothing for a while. */
  call(call: BusCall): Promise<unknown>;
  /** From now on every signal that the rule (D-Bus's match rules) lets through. */
  listen(rule: string, heard: (signal: BusSignal) => void): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds. A service may have to be started first. */
const patience = 10_000;

/** A connection of this program's own: a portal's session lives as long as the connection that asked for it. */
export async function openSessionBus(
  address: string,
  closed: () => void,
  log: (line: string) => void,
): Promise<SessionBus> {
  // By the bus's own account of who connects; the other ways are for buses of elsewhere.
  const bus = sessionBus({ busAddress: address, authMethods: ['EXTERNAL'], timeout: patience });
  const { connection } = bus;
  connection.on('error', () => log('session bus: the connection failed'));
  connection.on('handlerError', () => log('session bus: a signal was not understood'));
  connection.on('close', closed);
  await bus.getId();
  return {
    name: () => bus.name ?? '',
    call: async ({ to, path, interface: name, method, types, body }) =>
      await bus.invoke({
        destination: to,
        path,
        interface: name,
        member: method,
        ...(types === '' ? {} : { signature: types, body: [...body] }),
      }),
    async listen(rule, heard) {
      connection.on('message', ({ type, sender, path, interface: of, member, body }: Message) => {
        if (type !== signal || sender === undefined || path === undefined) return;
        heard({ sender, path, name: `${of}.${member}`, body: body ?? [] });
      });
      await bus.addMatch(rule);
    },
    close: () => bus.close(),
  };
}

/** D-Bus's number of that type of message. */
const signal = 4;
