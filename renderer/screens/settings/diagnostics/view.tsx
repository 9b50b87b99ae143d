import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/context.ts';
import { FailureBox } from '../../../ui/failure-box.tsx';
import type { DiagnosticsState } from './state.ts';

/** The file for the help desk, under About. */
export function Diagnostics({ state }: { readonly state: DiagnosticsState }) {
  const { settings } = useWords();
  const failure = state.failure.value;
  return (
    <>
      <div class="settings-diagnostics">
        <Button busy={state.busy.value} waits={state.busy.value} onPress={() => void state.save()}>
          {settings.diagnostics}
        </Button>
        <p class="note aside" role="status">
          {state.saved.value ? settings.diagnosticsSaved : settings.diagnosticsNote}
        </p>
      </div>
      {failure !== null && <FailureBox role="alert" at="settings" failure={failure} />}
    </>
  );
}
