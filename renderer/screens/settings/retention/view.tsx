import type { KeepWish } from '../../../../app/contract/retention.ts';
import type { SettingsView } from '../../../../app/contract/settings.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/context.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { GoingList } from '../../../ui/going-list.tsx';
import { Select } from '../../../ui/select.tsx';
import { useLocked } from '../locked.ts';
import { Section } from '../section.tsx';
import { NotesFile } from './notes-file.tsx';
import type { NotesFileState } from './notes-state.ts';
import type { KeptState } from './state.ts';

interface Props {
  readonly values: SettingsView;
  readonly state: KeptState;
  readonly notesFile: NotesFileState;
}

type Key = keyof KeepWish;

/** Days that may be chosen; what IT or the program's default says stands among them. */
const offered: Readonly<Record<Key, readonly (number | null)[]>> = {
  keepCalls: [7, 30, 90, 180, 400],
  keepNotes: [null, 7, 30, 90, 180],
  keepAttempts: [null, 7, 30, 90, 180],
  keepRecordings: [0, 1, 7, 14, 30],
};

/** How long calls and what belongs to them stay on this computer. */
export function Kept({ values, state, notesFile }: Props) {
  const words = useWords();
  const said = words.kept;
  const locked = useLocked(values);
  const less = state.less.value;
  const named = (days: number | null): string => {
    if (days === null) return said.asLongAsCalls;
    return days === 0 ? said.never : said.days(days);
  };
  const choice = (key: Key, label: string, note?: string) => {
    const now = values[key];
    const all = [...new Set([...offered[key], now])].sort((a, b) => (a ?? -1) - (b ?? -1));
    return (
      <Select
        label={label}
        value={String(now)}
        options={all.map((days) => ({ value: String(days), label: named(days) }))}
        {...locked(key, note)}
        onChange={(chosen) => void state.wish({ [key]: chosen === 'null' ? null : Number(chosen) })}
      />
    );
  };
  return (
    <Section title={said.title}>
      {choice('keepCalls', said.calls, said.callsNote)}
      {choice('keepNotes', said.notes)}
      {choice('keepAttempts', said.attempts)}
      {choice('keepRecordings', said.recordings)}
      <NotesFile state={notesFile} />
      {less !== null && (
        <Dialog
          role="alertdialog"
          title={said.less.title}
          onCancel={state.cancel}
          actions={
            <>
              <Button onPress={state.cancel}>{words.cancel}</Button>
              <Button kind="danger" onPress={state.confirm}>
                {said.less.remove}
              </Button>
            </>
          }
        >
          <p>{said.less.text}</p>
          <GoingList going={less.going} />
        </Dialog>
      )}
    </Section>
  );
}
