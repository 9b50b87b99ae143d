import { type ReadonlySignal, signal } from '@preact/signals';
import type { OpenInTrial } from '../../../../app/contract/open-in.ts';
import type { Bridge } from '../../../bridge.ts';
import type { SettingsState } from '../../../state/settings.ts';

export interface OpenInField {
  /** What is typed and not kept: not yet, or it cannot be used. */
  readonly draft: ReadonlySignal<string | null>;
  /** What would become of it, or of what is kept; `null`: there is nothing to say. */
  readonly trial: ReadonlySignal<OpenInTrial | null>;
  /** Says of what is kept how it looks. */
  look(kept: string): void;
  type(text: string): void;
  /** The field is left: what can be used is kept. */
  keep(): Promise<void>;
  drop(): void;
}

export function createOpenInField(bridge: Bridge, settings: Pick<SettingsState, 'change'>): OpenInField {
  const draft = signal<string | null>(null);
  const trial = signal<OpenInTrial | null>(null);
  let latest = 0;

  /** Whether it can be used; `null`: something else was typed meanwhile. */
  async function check(text: string): Promise<boolean | null> {
    latest += 1;
    const mine = latest;
    const address = text.trim();
    if (address === '') {
      trial.value = null;
      return true;
    }
    const reply = await bridge.request('openIn.check', { address });
    if (mine !== latest) return null;
    // Too many at once: what was said before stands.
    if (!reply.ok) return null;
    trial.value = reply.value;
    return reply.value.problem === null;
  }

  return {
    draft,
    trial,
    look(kept) {
      if (draft.peek() === null) void check(kept);
    },
    type(text) {
      draft.value = text;
      void check(text);
    },
    async keep() {
      const text = draft.peek();
      if (text === null || (await check(text)) !== true) return;
      await settings.change({ openIn: text.trim() });
      if (draft.peek() === text) draft.value = null;
    },
    drop() {
      latest += 1;
      draft.value = null;
      trial.value = null;
    },
  };
}
