import { Download, RefreshCw } from 'lucide';
import type { Failure } from '../../../app/contract/failures.ts';
import type { NotSaved, SavedAll } from '../../../app/contract/recordings.ts';
import { failureText } from '../../../app/words/failure-text.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { FailureBox } from '../../ui/failure-box.tsx';
import type { PlayerState } from './state.ts';
import './save-all.css';

/** Many recordings into one folder: those of a day, or all that are looked at. */
export function SaveAll({ state }: { readonly state: PlayerState }) {
  const words = useWords();
  const said = words.recordings;
  const { savingAll, order } = state;
  const progress = savingAll.progress.value;
  const ended = savingAll.ended.value;
  const { day = [], list = 0 } = order.around.value ?? {};
  const ofDay = day.reduce((sum, { parts }) => sum + parts, 0);
  if (progress !== null)
    return (
      <div class="save-bar">
        <span class="save-progress aside">
          <span class="figures">{said.savingAll(progress.done, progress.total)}</span>
          <progress aria-label={said.saving(null)} max={progress.total} value={progress.done} />
        </span>
        <Button kind="quiet" class="save-stop" label={said.stopSaving} onPress={savingAll.stop}>
          {words.cancel}
        </Button>
      </div>
    );
  return (
    <>
      {list > 1 && (
        <div class="player-tools">
          {ofDay > 1 && (
            <Button class="small-button" icon={Download} onPress={() => state.saveAll('day')}>
              {said.saveDay(ofDay)}
            </Button>
          )}
          {list !== ofDay && (
            <Button class="small-button" icon={Download} onPress={() => state.saveAll('list')}>
              {said.saveList(list)}
            </Button>
          )}
        </div>
      )}
      {ended !== null && 'saved' in ended && (
        <p class="aside" role="status">
          {ended.stopped ? said.savedSome(ended.saved) : said.savedAll(ended.saved, ended.failed)}
        </p>
      )}
      {ended !== null && 'saved' in ended && !ended.stopped && ended.left.length > 0 && (
        <NotSavedList ended={ended} onAgain={() => void savingAll.saveRest()} />
      )}
      {failureOf(ended) !== null && (
        <FailureBox failure={failureOf(ended) as Failure} at="recording" role="alert" />
      )}
    </>
  );
}

function failureOf(ended: SavedAll | Failure | null): Failure | null {
  if (ended === null) return null;
  return 'saved' in ended ? ended.failure : ended;
}

interface NotSavedProps {
  readonly ended: SavedAll;
  readonly onAgain: () => void;
}

/** Which ones, and why; those, and no others, are tried again. */
function NotSavedList({ ended, onAgain }: NotSavedProps) {
  const words = useWords();
  const said = words.recordings;
  const more = ended.failed - ended.left.length;
  return (
    <>
      <ul class="not-saved" aria-label={said.notSaved}>
        {ended.left.map((one) => (
          <li key={one.name}>
            <span class="figures">{one.name}</span>
            <span class="aside">{whyOf(words, one)}</span>
          </li>
        ))}
        {more > 0 && <li class="aside">{said.andMore(more)}</li>}
      </ul>
      <div class="player-tools">
        <Button class="small-button" icon={RefreshCw} onPress={onAgain}>
          {said.again}
        </Button>
      </div>
    </>
  );
}

function whyOf(words: PageWords, { problem, failure }: NotSaved): string {
  if (problem !== null) return words.recordings.problem[problem].what;
  if (failure !== null) return failureText(words, failure, { at: 'recording' }).what;
  return words.recordings.notAskedFor;
}
