import './tokens.css';
import './base.css';
import './question.css';
import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QuestionView } from '../app/contract/dialing.ts';
import { type Bridge, bridgeTo } from './bridge.ts';
import { CallQuestion } from './frame/call-question.tsx';

/** Until its text has the faces it is drawn with: those that stand in for them meanwhile make other lines of it. */
const facesOf = ({ textContent }: HTMLElement): Promise<unknown> =>
  Promise.all(
    [400, 600].map((weight) => document.fonts.load(`${weight} 1em "Companion Thai"`, textContent ?? '')),
  );

/** All of the small window: the question, as wide as the window, which becomes as tall as it is. */
function Asked({ view, bridge }: { readonly view: QuestionView; readonly bridge: Bridge }) {
  const { question, texts, armsAfter } = view;
  const [onScreen, setOnScreen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const answered = useRef(false);
  const [isOver, setIsOver] = useState(false);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    // Not by `scrollHeight`, which is rounded down: half a pixel less, and a scrollbar stands beside it all.
    const tell = async () => {
      // Answered meanwhile, and gone: nothing is so tall.
      if (!element.isConnected) return;
      const bottom = element.lastElementChild?.getBoundingClientRect().bottom ?? 0;
      const { paddingBottom, borderBottomWidth } = getComputedStyle(element);
      const height = bottom + element.scrollTop + parseFloat(paddingBottom) + parseFloat(borderBottomWidth);
      await bridge.request('question.drawn', { question, height: Math.ceil(height) });
    };
    const growth = new ResizeObserver(() => void tell());
    void facesOf(element)
      .then(tell)
      .then(() => {
        setOnScreen(true);
        // Another number may have more to say about it.
        for (const part of element.children) growth.observe(part);
      });
    return () => growth.disconnect();
  }, []);

  /** Once: the window goes with the answer, unless that came too early. */
  async function answer(give: () => Promise<unknown>): Promise<void> {
    if (answered.current) return;
    answered.current = true;
    await give();
    answered.current = false;
    const now = await bridge.request('question.get', undefined);
    if (now.ok && now.value?.question !== question) setIsOver(true);
  }

  if (isOver) return null;

  return (
    <CallQuestion
      class="in-window"
      elementRef={dialog}
      texts={texts}
      armsAfter={armsAfter}
      onScreen={onScreen}
      onCall={(choice) => void answer(() => bridge.request('question.call', { question, choice }))}
      onCancel={() => void answer(() => bridge.request('question.cancel', { question }))}
    />
  );
}

const bridge = bridgeTo(window.companion);
const asked = await bridge.request('question.get', undefined);
const root = document.getElementById('root');
if (root !== null && asked.ok && asked.value !== null) {
  const { language, theme, texts } = asked.value;
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
  document.title = texts.title;
  render(<Asked view={asked.value} bridge={bridge} />, root);
}
