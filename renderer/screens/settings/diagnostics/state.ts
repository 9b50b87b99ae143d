import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../../app/contract/failures.ts';
import type { Bridge } from '../../../bridge.ts';

/** The file for the help desk. */
export interface DiagnosticsState {
  /** Where it goes is being asked, or it is being written: the PBX may take its time. */
  readonly busy: ReadonlySignal<boolean>;
  readonly saved: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Failure | null>;
  save(): Promise<void>;
}

export function createDiagnostics(bridge: Bridge): DiagnosticsState {
  const busy = signal(false);
  const saved = signal(false);
  const failure = signal<Failure | null>(null);
  return {
    busy,
    saved,
    failure,
    async save() {
      if (busy.peek()) return;
      busy.value = true;
      saved.value = false;
      failure.value = null;
      const reply = await bridge.request('about.diagnostics', undefined);
      busy.value = false;
      if (reply.ok) saved.value = reply.value;
      else failure.value = reply.failure;
    },
  };
}
