import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Prose } from '../ui/prose.tsx';

interface Props {
  readonly onSignOut: () => void;
  readonly onCancel: () => void;
}

export function SignOutQuestion({ onSignOut, onCancel }: Props) {
  const words = useWords();
  const said = words.signOut;
  return (
    <Dialog
      role="alertdialog"
      title={said.title}
      onCancel={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{words.cancel}</Button>
          <Button kind="primary" onPress={onSignOut}>
            {said.yes}
          </Button>
        </>
      }
    >
      <p>
        <Prose text={said.goes} />
      </p>
      <p class="aside">
        <Prose text={said.stays} />
      </p>
    </Dialog>
  );
}
