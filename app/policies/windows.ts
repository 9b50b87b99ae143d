import type { RequestName } from '../contract/requests.ts';
import { page, questionPage } from './pages.ts';

/** The windows of this program: the one that everything is done in, and the small one that asks before a call. */
export type WindowName = 'main' | 'question';

/** What each of them shows; no window shows another page. */
export const pageOf: Readonly<Record<WindowName, string>> = { main: page, question: questionPage };

/** The small window answers the question that stands in it, and can do nothing else; nobody else answers it. */
const ofQuestion: ReadonlySet<RequestName> = new Set([
  'question.get',
  'question.drawn',
  'question.call',
  'question.cancel',
]);

export const maySend = (window: WindowName, name: RequestName): boolean =>
  ofQuestion.has(name) === (window === 'question');
