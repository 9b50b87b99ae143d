import { type IconNode, Keyboard, Link, LogIn, Tag, TextCursorInput, X } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { StartingLine } from '../../../app/contract/getting-started.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import type { GettingStarted } from './getting-started-state.ts';
import { keepFocus } from './keys.tsx';
import './getting-started.css';

const icons: Readonly<Record<StartingLine, IconNode>> = {
  hotkey: Keyboard,
  startAtLogin: LogIn,
  telLinks: Link,
  deskName: Tag,
  boxKey: TextCursorInput,
};

export const isCardShown = ({ lines, trial }: GettingStarted): boolean =>
  lines.value.length > 0 || trial.value !== 'none';

/** What somebody new is shown once, where the number will be: it goes as soon as something is typed. */
export function GettingStartedCard({ state }: { readonly state: GettingStarted }) {
  const words = useWords();
  const said = words.start;
  const lines = state.lines.value;
  const trial = state.trial.value;
  useEffect(() => state.leave, []);
  return (
    <section class="getting-started" aria-label={said.title} onMouseDown={keepFocus}>
      <h3>{said.title}</h3>
      <IconButton
        small
        class="getting-started-dismiss"
        icon={X}
        label={words.dismiss}
        onPress={state.dismiss}
      />
      {trial === 'none' ? (
        lines.map((line) => (
          <Button
            key={line}
            kind="quiet"
            class="getting-started-line"
            icon={icons[line]}
            onPress={() => state.begin(line)}
          >
            {said.lines[line]}
          </Button>
        ))
      ) : (
        <p class="getting-started-trial" role="status">
          {/* It only looks marked: what is marked here would be what the next press calls. */}
          <mark class="figures">{said.sample}</mark>{' '}
          {trial === 'waits' ? said.press(state.hotkey.value) : said.worked}
        </p>
      )}
    </section>
  );
}
