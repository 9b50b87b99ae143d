import { parentPort } from 'node:worker_threads';
import { readAsked } from '../contacts/formats/read.ts';
import { ok, type Reply } from '../contract/failures.ts';
import { storeWithoutChromium } from '../trust/store-without-chromium.ts';
import { type Connection, connect } from './ldap-connection.ts';
import { askFor, askForCaller, loadAll } from './ldap-people.ts';
import type { Colleague } from './person.ts';
import { failureOf } from './problem.ts';
import { readFile, readKept } from './read.ts';
import type { Answers, LdapTask, Letter, Message, Read, Seen, Task } from './tasks.ts';

/**
 * The thread that reads what others wrote: a file of contacts of the person's own, or the company's directory. A bundle of its own,
 * started by `contacts/formats/thread.ts` and `thread.ts`.
 */
parentPort?.on('message', (letter: Letter) => {
  if ('of' in letter) return parentPort?.postMessage(readAsked(letter));
  const { id, task } = letter;
  void carryOut(task).then((answer) => post({ id, answer }));
});

const post = (message: Message) => parentPort?.postMessage(message);

/** In one message: some thousand take a millisecond to arrive. */
const atOnce = 1_000;
let left: Colleague[] = [];

/** For what is asked while somebody types: it stands from question to question. */
let standing: { readonly of: string; readonly connection: Connection } | null = null;
let asking: AbortController | null = null;

async function carryOut(task: Task): Promise<Answers[Task['task']]> {
  switch (task.task) {
    case 'file':
      return keep(readFile(task.bytes, task.country), true);
    case 'kept':
      return keep(readKept(task.text), false);
    case 'load':
      return keep(await load(task), true);
    case 'more':
      return left.splice(0, atOnce);
    case 'ask':
      return await ask(task);
    case 'callers':
      return await callers(task);
  }
}

/** On a connection that ends with it, beside that of whoever types. */
async function callers(
  task: LdapTask & { readonly numbers: readonly string[] },
): Promise<Reply<readonly Colleague[]>> {
  let connection: Connection | null = null;
  try {
    connection = await connect(serverOf(task));
    const found: Colleague[] = [];
    for (const number of task.numbers)
      found.push(...(await askForCaller(connection, task.choice, task.country, number)));
    return ok(found);
  } catch (error) {
    return failureOf(error);
  } finally {
    connection?.close();
  }
}

function keep(read: Reply<readonly Colleague[]>, asText: boolean): Reply<Read> {
  if (!read.ok) return read;
  left = [...read.value];
  return ok({ count: left.length, text: asText ? JSON.stringify(left) : '' });
}

const serverOf = ({ choice, password, trusted, pins }: LdapTask) => ({
  ...{ choice, password, pins },
  system: storeWithoutChromium(trusted),
  seen: (seen: Seen) => void post({ seen }),
});

async function load(task: LdapTask): Promise<Reply<readonly Colleague[]>> {
  let connection: Connection | null = null;
  try {
    connection = await connect(serverOf(task));
    return ok(await loadAll(connection, task.choice, task.country));
  } catch (error) {
    return failureOf(error);
  } finally {
    connection?.close();
  }
}

/** A newer question ends the one before. */
async function ask(task: LdapTask & { readonly typed: string }): Promise<Reply<readonly Colleague[]>> {
  if (asking !== null) leave();
  const mine = new AbortController();
  asking = mine;
  const { typed, country, ...server } = task;
  const of = JSON.stringify(server);
  const anew = async (): Promise<Connection> => {
    standing?.connection.close();
    standing = null;
    const connection = await connect(serverOf(task), mine.signal);
    standing = { of, connection };
    return connection;
  };
  const found = (connection: Connection) => askFor(connection, task.choice, country, typed);
  try {
    if (standing?.of !== of || !standing.connection.isOpen()) return ok(await found(await anew()));
    const { connection } = standing;
    try {
      return ok(await found(connection));
    } catch (error) {
      // Servers end connections that rest, and that may be seen only when the next question is asked.
      if (mine.signal.aborted || connection.isOpen()) throw error;
      return ok(await found(await anew()));
    }
  } catch (error) {
    if (asking === mine) leave();
    return failureOf(error);
  } finally {
    if (asking === mine) asking = null;
  }
}

function leave(): void {
  asking?.abort();
  asking = null;
  standing?.connection.close();
  standing = null;
}
