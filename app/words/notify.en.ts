import type { Sentence } from './failure-words.ts';

/** What is told on the desktop. */
export const notify = {
  placed: (display: string, phone: string) => ({
    title: `Calling ${display}`,
    body: `Pick up ${phone}.`,
  }),
  /** `failure` is the text of `failureText`, one line. */
  failed: (display: string, failure: string) => ({ title: `${display} was not called`, body: failure }),
  unknown: (display: string, failure: string) => ({ title: `Calling ${display}?`, body: failure }),
  /** What was said before may end in “then try again”. */
  tryAgain: 'Click to call again.',
  /** There was no number to speak of. */
  nothing: ({ what, todo }: Sentence) => ({ title: what, body: todo }),
  /** `number` is empty where `who` is it. */
  missed: (who: string, number: string, time: string, callBack: boolean) => ({
    title: `Missed call from ${who}`,
    body: `${[number, time].filter((part) => part !== '').join(' · ')}${callBack ? '. Click to call back.' : ''}`,
  }),
  /** `count`: callers, as the list and the icon count them. */
  missedMany: (count: number, who: string) => ({ title: `Missed calls from ${count} callers`, body: who }),
  /** `what`: what became of the call, and when it was. */
  reminder: (who: string, number: string, what: string, callBack: boolean) => ({
    title: `Reminder: ${who}`,
    body: `${[number, what].filter((part) => part !== '').join(' · ')}${callBack ? '. Click to call back.' : ''}`,
  }),
  reminders: (count: number, who: string) => ({ title: `${count} reminders`, body: who }),
  newVersion: (version: string) => ({
    title: `Version ${version} of promptCall Companion is available`,
    body: 'IT can install it.',
  }),
};
