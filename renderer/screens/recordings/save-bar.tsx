import { Check, Download, FileAudio } from 'lucide';
import { useState } from 'preact/hooks';
import type { SaveAs, Saving } from '../../../app/contract/recordings.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SmallSelect } from '../../ui/select.tsx';
import type { SavedAbout, SavingState } from './saving.ts';
import './save-bar.css';

interface Props {
  readonly saving: SavingState;
  readonly id: string;
  /** Best first. */
  readonly ways: readonly SaveAs[];
  readonly format: string;
  readonly about: SavedAbout;
}

/** Save as…, and in its place how far the save is. */
export function SaveBar({ saving, id, ways, format, about }: Props) {
  const words = useWords().recordings;
  const [chosen, setChosen] = useState<SaveAs | null>(null);
  const first = ways[0] ?? 'original';
  const as = chosen !== null && ways.includes(chosen) ? chosen : first;
  const progress = saving.underWay.value.get(id);
  const ended = saving.ended.value?.id === id ? saving.ended.value.how : null;

  return (
    <>
      {/* It is heard only where it was there before its text: it stays while the save goes on. */}
      <p class="said-only" role="status">
        {ended === 'saved' && words.saved}
      </p>
      {progress ? <Progress progress={progress} onStop={() => saving.stop(id)} /> : bar()}
    </>
  );

  function bar() {
    return (
      <div class="save">
        <div class="save-bar">
          <Button icon={Download} class="save-button" onPress={() => void saving.save(id, as, about)}>
            {words.save}
          </Button>
          {ways.length > 1 && (
            <SmallSelect
              label={words.fileType}
              value={as}
              options={ways.map((way) => ({
                value: way,
                label: way === 'wav' ? words.types.wav : words.types.original(format),
              }))}
              onChange={setChosen}
            />
          )}
          {/* For a hand on the mouse; whoever has none saves it. */}
          <button
            type="button"
            class="save-drag"
            aria-label={words.drag}
            title={words.drag}
            tabIndex={-1}
            draggable
            onPointerDown={() => saving.drag('make', id, as, about)}
            onDragStart={(event) => {
              // The file goes along, and not this bit of the page.
              event.preventDefault();
              saving.drag('go', id, as, about);
            }}
          >
            <Icon node={FileAudio} size={18} />
          </button>
          {ended === 'saved' && (
            <span class="save-said" aria-hidden="true">
              <Icon node={Check} size={16} />
              {words.saved}
            </span>
          )}
        </div>
        {ended !== null && ended !== 'saved' && <FailureBox failure={ended} at="recording" role="alert" />}
      </div>
    );
  }
}

function Progress({ progress, onStop }: { readonly progress: Saving; readonly onStop: () => void }) {
  const words = useWords();
  const { written, total } = progress;
  const share = total === null || total === 0 ? null : Math.min(1, written / total);
  const percent = share === null ? null : Math.floor(share * 100);
  return (
    <div class="save save-bar">
      <span class="save-progress aside">
        <span class="figures">{words.recordings.saving(percent)}</span>
        <progress
          aria-label={words.recordings.saving(null)}
          max={1}
          {...(share === null ? {} : { value: share })}
        />
      </span>
      <Button kind="quiet" class="save-stop" label={words.recordings.stopSaving} onPress={onStop}>
        {words.cancel}
      </Button>
    </div>
  );
}
