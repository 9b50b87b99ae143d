import type { AskedNumber, Question, QuestionTexts } from '../contract/dialing.ts';
import type { PageWords } from './page.en.ts';

/** The question before a call, as it is put to a person: in the page, and in the window that asks and has no words of its own. */
export function questionTexts(question: Question, words: PageWords): QuestionTexts {
  const { ask, numbersFound } = words.dial;
  return {
    title: ask.title,
    lead: leadOf(question, words),
    numbersFound,
    numbers: question.numbers.map((number) => textsOf(number, question.numbers.length > 1, words)),
    call: ask.call,
    cancel: ask.cancel,
  };
}

function textsOf(
  number: AskedNumber,
  isOneOfSeveral: boolean,
  words: PageWords,
): QuestionTexts['numbers'][number] {
  const { ask, extension } = words.dial;
  const { name = null, company = null, label = '', display } = number;
  const labels: Readonly<Record<string, string | undefined>> = words.contacts.labels;
  const aside = [
    ...(label === '' ? [] : [labels[label] ?? label]),
    ...(number.extension === null ? [] : [extension(number.extension)]),
    ...(number.origin === null ? [] : [ask.origins[number.origin]]),
  ];
  // In a list it stands beside its number.
  const stays = number.extension === null || isOneOfSeveral ? [] : [ask.extensionStays(number.extension)];
  const reasons = number.reasons.map((reason) => ask.reasons[reason]);
  return { name, company, display, aside: aside.join(' · '), notes: [...stays, ...reasons] };
}

function leadOf({ from, numbers, marked }: Question, words: PageWords): string | null {
  const { ask } = words.dial;
  if (marked !== null)
    return marked.kind === 'text' ? ask.instead.text(marked.text) : ask.instead[marked.kind];
  if (from === 'link') return ask.fromLink;
  if (from === 'command-line') return ask.fromCommandLine;
  if (numbers.length === 1) return null;
  return numbers.some(({ origin }) => origin === 'marked') &&
    numbers.some(({ origin }) => origin === 'clipboard')
    ? ask.which
    : ask.several;
}
