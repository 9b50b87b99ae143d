import type { KeptWords } from '../../../../app/words/kept.en.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/context.ts';
import { FailureBox } from '../../../ui/failure-box.tsx';
import type { NotesFileState, NotesSaid } from './notes-state.ts';

/** Two buttons, by which notes go to a file and come from one. */
export function NotesFile({ state }: { readonly state: NotesFileState }) {
  const words = useWords().kept.notesFile;
  const [said, busy] = [state.said.value, state.busy.value];
  return (
    <>
      <div class="settings-file">
        <p class="settings-file-buttons">
          <Button busy={busy === 'export'} waits={busy !== null} onPress={() => void state.export()}>
            {words.export}
          </Button>
          <Button busy={busy === 'import'} waits={busy !== null} onPress={() => void state.import()}>
            {words.import}
          </Button>
        </p>
        <p class="note aside" role="status">
          {said === null ? words.about : notesLine(words, said)}
        </p>
      </div>
      {said?.kind === 'failed' && <FailureBox role="alert" at="settings" failure={said.failure} />}
    </>
  );
}

/** What is said of it; a failure has a box of its own. */
export function notesLine(words: KeptWords['notesFile'], said: NotesSaid): string {
  if (said.kind === 'failed') return words.about;
  if (said.kind === 'exported') return said.count === 0 ? words.none : words.exported(said.count);
  const { taken } = said;
  const parts = (['added', 'extended', 'known', 'left'] as const).flatMap((what) =>
    taken[what] > 0 ? [words[what](taken[what])] : [],
  );
  return parts.length === 0 ? words.empty : parts.reduce(words.also);
}
