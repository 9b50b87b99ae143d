import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { type Shortcut, shortcuts } from './shortcuts.ts';
import './keys-panel.css';

/** In the list of calls, by the keys of its own (`screens/calls/row-keys.ts`). */
const inList = {
  ...{ down: '↓', call: 'Enter', play: 'Space', note: 'N', done: 'M', undo: 'Mod+Z' },
  ...{ person: 'P', openIn: 'O' },
} as const;
/** In the player, by its own (`screens/recordings/view.tsx`). */
const inPlayer = { skip: ['←', '→'], previous: ['P'], next: ['N'], mark: ['M'] } as const;

interface Props {
  readonly isMac: boolean;
  readonly hotkey: string;
  /** Numbers lead somewhere. */
  readonly opensIn: boolean;
  readonly onClose: () => void;
}

/** Every key, with what it does. */
export function KeysPanel({ isMac, hotkey, opensIn, onClose }: Props) {
  const words = useWords();
  const said = words.keys;
  const works = (name: string) => opensIn || name !== 'openIn';
  const line = (does: string, keys: readonly string[]) => (
    <div class="keys-line" key={does}>
      <dt>{does}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key.replace('Mod', isMac ? '⌘' : 'Ctrl')}</kbd>
        ))}
      </dd>
    </div>
  );
  return (
    <Dialog
      title={said.title}
      role="dialog"
      class="keys-panel"
      onCancel={onClose}
      actions={<Button onPress={onClose}>{words.close}</Button>}
    >
      <dl>
        {hotkey !== '' && line(said.anywhere, [hotkey])}
        {(Object.keys(shortcuts) as Shortcut[])
          .filter(works)
          .map((name) => line(said.does[name], shortcuts[name]))}
      </dl>
      <h3>{words.calls.list}</h3>
      <dl>
        {(Object.keys(inList) as (keyof typeof inList)[])
          .filter(works)
          .map((name) => line(said.inList[name], [inList[name]]))}
      </dl>
      <h3>{words.recordings.region}</h3>
      <dl>
        {(Object.keys(inPlayer) as (keyof typeof inPlayer)[]).map((name) =>
          line(said.inPlayer[name], inPlayer[name]),
        )}
      </dl>
    </Dialog>
  );
}
