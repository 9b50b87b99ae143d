import type { Question, QuestionView } from '../contract/dialing.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Language, Settings } from '../contract/settings.ts';
import type { Dialler } from '../dialing/dialler.ts';
import type { Events } from '../events/events.ts';
import { questionTexts } from '../words/call-question.ts';
import type { Words } from '../words/index.ts';

/** The small window that asks before a call. */
export interface QuestionWindow {
  /** Asks: another question in place of the one that stood, if one did. */
  ask(title: string): void;
  /** Its page is drawn, and so tall, in pixels of the page. Resolves once it is on the screen. */
  drawn(height: number): Promise<void>;
  /** Gone, and the focus where it was. */
  close(): void;
}

export interface CallQuestion {
  view(): QuestionView | null;
  drawn(question: string, height: number): Promise<void>;
  /** `choice`: which of the question's numbers. What became of it is told to who asks for no answer: the window is gone by then. */
  call(question: string, choice: number): Promise<Reply<undefined>>;
  cancel(question: string): void;
  /** The window was closed from outside: no is what it means. */
  dismiss(): void;
}

export interface CallQuestionParts {
  readonly events: Events;
  readonly dialler: Pick<Dialler, 'confirm' | 'cancel'>;
  readonly window: QuestionWindow;
  readonly words: () => Words;
  readonly language: () => Language;
  readonly settings: () => Pick<Settings, 'theme' | 'notifyFailed'>;
  /** A call that failed is told by no notice: the other window has it. */
  readonly showFailure: () => void;
}

/**
 * The question before a call that nobody asked for in the page: by the key, a link, a command, the tray, a notice. It answers no other
 * question than the one that stands in its window.
 */
export function wireCallQuestion({
  events,
  dialler,
  window,
  words,
  language,
  settings,
  showFailure,
}: CallQuestionParts): CallQuestion {
  let asked: Question | null = null;
  events.on('question.apart', (question) => {
    asked = question;
    if (question === null) window.close();
    else window.ask(words().dial.ask.title);
  });

  const stands = (question: string) => (asked?.question === question ? asked : null);

  return {
    view() {
      if (asked === null) return null;
      const { question, armsAfter } = asked;
      const texts = questionTexts(asked, words());
      return { question, armsAfter, language: language(), theme: settings().theme, texts };
    },
    async drawn(question, height) {
      if (stands(question) !== null) await window.drawn(height);
    },
    async call(question, choice) {
      const standing = stands(question);
      if (standing === null) return fail('question-gone');
      const reply = await dialler.confirm(question, choice);
      // Who pressed Call is not left to guess.
      if (reply.ok && reply.value.kind === 'failed' && !settings().notifyFailed) showFailure();
      if (reply.ok) return ok(undefined);
      dialler.cancel(question);
      const number = standing.numbers[choice];
      // A second press of the same answer is no news.
      if (reply.failure.code !== 'already-calling') {
        const who = number?.name === undefined ? {} : { name: number.name };
        events.emit('dial.turnedDown', { display: number?.display ?? '', ...who, failure: reply.failure });
      }
      return reply;
    },
    cancel(question) {
      if (stands(question) !== null) dialler.cancel(question);
    },
    dismiss() {
      if (asked !== null) dialler.cancel(asked.question);
    },
  };
}
