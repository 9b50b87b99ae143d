import type { ContactsFormat } from '../../../app/contract/contacts.ts';
import { Button } from '../../ui/button.tsx';
import { choices } from '../../ui/choices.ts';
import { useWords } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';

interface Props {
  readonly onExport: (as: ContactsFormat) => void;
  readonly onCancel: () => void;
}

export function ExportDialog({ onExport, onCancel }: Props) {
  const { contacts: words, cancel } = useWords();
  return (
    <Dialog
      role="dialog"
      title={words.exportTitle}
      class="export"
      onCancel={onCancel}
      actions={<Button onPress={onCancel}>{cancel}</Button>}
    >
      <div class="export-formats">
        {choices<ContactsFormat>(words.formats).map(({ value, label }) => (
          <Button key={value} class="export-format" onPress={() => onExport(value)}>
            <span>
              {label}
              <span class="aside">{words.formatNotes[value]}</span>
            </span>
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
