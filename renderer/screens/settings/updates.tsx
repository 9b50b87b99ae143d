import type { Settings, SettingsView } from '../../../app/contract/settings.ts';
import type { UpdateMode } from '../../../app/contract/updates.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import { Button } from '../../ui/button.tsx';
import { choices } from '../../ui/choices.ts';
import { useWords } from '../../ui/context.ts';
import { Select } from '../../ui/select.tsx';
import { useLocked } from './locked.ts';

interface Props {
  readonly values: Pick<SettingsView, 'updates' | 'updatesNow' | 'managed'>;
  readonly change: (patch: Partial<Settings>) => void;
}

/** What becomes of newer versions, where IT named a place to look for them. */
export function Updates({ values, change }: Props) {
  const said = useWords().settings.updates;
  const locked = useLocked(values);
  if (!values.updatesNow.offered) return null;
  const note = values.updates === 'install' ? said[fetches(values) ? 'installs' : 'told'] : undefined;
  return (
    <Select
      label={said.label}
      value={values.updates}
      options={choices<UpdateMode>(said.modes)}
      {...locked('updates', note)}
      onChange={(updates) => change({ updates })}
    />
  );
}

/** What is newer is downloaded, and put in place by the program itself. */
const fetches = ({ updates, updatesNow }: Pick<SettingsView, 'updates' | 'updatesNow'>): boolean =>
  updates === 'install' && updatesNow.installs;

interface CheckProps {
  readonly values: SettingsView;
  readonly onCheck: () => void;
}

/** Under About. What IT turned off for good is not looked for. */
export function CheckForUpdates({ values, onCheck }: CheckProps) {
  const said = useWords().settings.updates;
  const { offered, now } = values.updatesNow;
  if (!offered || (values.updates === 'off' && values.managed.keys.includes('updates'))) return null;
  const isFetched = fetches(values) && (now.state === 'found' || now.state === 'ready');
  return (
    <Button
      class="settings-check"
      busy={now.state === 'looking'}
      waits={now.state === 'looking' || isFetched}
      onPress={onCheck}
    >
      {said.check}
    </Button>
  );
}

/** Under About; empty where there is nothing to say. */
export function updatesLine(said: PageWords['settings']['updates'], values: SettingsView): string {
  const { now } = values.updatesNow;
  if (now.state === 'unknown') return '';
  if (now.state === 'failed') return said.failed[now.why];
  if (now.state === 'looking' || now.state === 'newest') return said[now.state];
  return said[now.state === 'found' && fetches(values) ? 'fetching' : now.state](now.version);
}
