import { useState } from 'preact/hooks';
import type { AboutNumber } from '../../../app/contract/retention.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useWords } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { GoingList } from '../../ui/going-list.tsx';

interface Props {
  readonly about: AboutNumber;
  readonly onForget: (contact: boolean) => void;
  readonly onCancel: () => void;
}

/** Asked before everything about a number goes. */
export function ForgetQuestion({ about, onForget, onCancel }: Props) {
  const words = useWords();
  const { forget } = words.kept;
  const [contact, setContact] = useState(true);
  return (
    <Dialog
      role="alertdialog"
      title={forget.title(about.display)}
      onCancel={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{words.cancel}</Button>
          <Button kind="danger" onPress={() => onForget(contact && about.contact !== null)}>
            {forget.forget}
          </Button>
        </>
      }
    >
      <p>{forget.text}</p>
      <GoingList going={about.going} />
      {about.contact !== null && (
        <Checkbox
          label={forget.contact(about.contact || about.display)}
          note={forget.contactNote}
          on={contact}
          onChange={setContact}
        />
      )}
      <p class="aside going-after">{forget.after}</p>
    </Dialog>
  );
}
