import { failureLine } from '../../app/words/failure-text.ts';
import type { Companion } from '../companion.ts';
import { useWords } from '../ui/context.ts';
import { Notice } from '../ui/notice.tsx';
import './notices.css';

/** All that is to be known and hurries nobody: files that were not read, what IT set, how the sign-in is kept. Many of them scroll. */
export function Notices({ companion }: { readonly companion: Companion }) {
  const words = useWords();
  const { openIn, session, settings } = companion;
  const { what, aside, inTheWay } = words.damaged;
  const damages = companion.damages.value;
  const view = session.view.value;
  const signedIn = view.state === 'signed-in' ? view : null;
  const failure = signedIn && openIn.failure.value;
  const policy = signedIn && (settings.view.value?.managed.problem ?? null);
  const keptForThisRun = signedIn?.kept === 'this-run';
  const switched = signedIn?.switchedToBody === true && !session.switchRead.value;
  const isAny = damages.length > 0 || failure !== null || policy !== null || keptForThisRun || switched;
  return (
    // Where they scroll, they do so by the keyboard too.
    <div class="notices" {...(isAny && { role: 'region', 'aria-label': words.notice.label, tabIndex: 0 })}>
      {damages.map((damage) => (
        <Notice
          key={damage.what}
          text={`${what[damage.what]} ${damage.aside === null ? inTheWay : aside(damage.aside)}`}
          dismiss={words.dismiss}
          onDismiss={companion.dismissDamages}
        />
      ))}
      <div aria-live="polite">
        {failure !== null && (
          <Notice
            text={failureLine(words, failure, { at: 'list' })}
            dismiss={words.dismiss}
            onDismiss={openIn.dismiss}
          />
        )}
      </div>
      {policy !== null && <Notice text={words.managed.problem[policy]} />}
      {keptForThisRun && <Notice text={words.notice.keptForThisRun} />}
      {switched && (
        <Notice
          text={words.notice.switchedToBody}
          dismiss={words.dismiss}
          onDismiss={() => session.readSwitch(true)}
        />
      )}
    </div>
  );
}
