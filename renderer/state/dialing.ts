import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DialState, Question } from '../../app/contract/dialing.ts';
import type { Failure, Reply } from '../../app/contract/failures.ts';
import type { PageState } from '../../app/contract/page.ts';
import type { RequestInput } from '../../app/contract/requests.ts';
import type { Bridge } from '../bridge.ts';

/** What the person is told about the last call they asked for. */
export type Outcome =
  | Extract<DialState, { kind: 'calling' | 'placed' }>
  | {
      readonly kind: 'failed';
      readonly display: string;
      readonly name?: string | undefined;
      readonly failure: Failure;
    };

export interface Dialling {
  readonly outcome: ReadonlySignal<Outcome | null>;
  readonly question: ReadonlySignal<Question | null>;
  /** A request is on its way: nothing else may be asked for. */
  readonly busy: ReadonlySignal<boolean>;
  load(): Promise<void>;
  call(input: RequestInput<'dial.call'>): Promise<void>;
  /** `choice`: which of the question's numbers. */
  confirm(choice: number): Promise<void>;
  cancel(): Promise<void>;
  /** A failure that stood in the page before this one. */
  restore(failed: PageState['outcome']): void;
  /** Takes away what was said: the person has read it and goes on. */
  dismiss(): void;
  /** The same of a failure alone. A call that was placed says for a while which phone to pick up, whatever else is done. */
  dismissFailure(): void;
}

/** Whom the person chose, for the request; nothing where they have no name. */
export const calledSo = (name: string): { readonly name?: string } => (name === '' ? {} : { name });

/** Long enough to read and to reach for the phone. */
const placedStays = 4_000;
/** With something to key once they answer, which may take them a while. */
const extensionStays = 60_000;

/**
 * The one place in the page that asks for calls. It shows what the main process says; what may be dialled, and whether
 * to ask first, is decided there.
 */
export function createDialling(bridge: Bridge): Dialling {
  const state = signal<DialState>({ kind: 'idle' });
  /** The request's own failure, where the main process kept its state (say, a call was being placed already). */
  const turnedDown = signal<Outcome | null>(null);
  const gone = signal(false);
  const waiting = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(next: DialState): void {
    clearTimeout(timer);
    state.value = next;
    gone.value = false;
    turnedDown.value = null;
    if (next.kind === 'placed') {
      timer = setTimeout(
        () => {
          gone.value = true;
        },
        next.extension === null ? placedStays : extensionStays,
      );
    }
  }

  bridge.on('dial.changed', (next) => {
    // An answer and its event say the same thing; what is on the screen already must not start its time anew.
    if (!gone.peek() && JSON.stringify(next) === JSON.stringify(state.peek())) return;
    show(next);
  });

  bridge.on('dial.turnedDown', (what) => {
    turnedDown.value = { kind: 'failed', ...what };
  });

  async function ask(request: () => Promise<Reply<DialState>>, display: string): Promise<void> {
    if (waiting.peek() || state.peek().kind === 'calling') return;
    waiting.value = true;
    turnedDown.value = null;
    gone.value = true;
    try {
      const reply = await request();
      if (reply.ok) {
        show(reply.value);
      } else {
        // A question that cannot be answered any more must not stay on the screen.
        if (state.peek().kind === 'asking') show({ kind: 'idle' });
        turnedDown.value = { kind: 'failed', display, failure: reply.failure };
      }
    } finally {
      waiting.value = false;
    }
  }

  const question = computed(() => (state.value.kind === 'asking' ? state.value : null));

  const outcome = computed<Outcome | null>(() => {
    if (turnedDown.value !== null) return turnedDown.value;
    if (gone.value || state.value.kind === 'idle' || state.value.kind === 'asking') return null;
    return state.value;
  });

  function dismiss(): void {
    clearTimeout(timer);
    turnedDown.value = null;
    if (state.peek().kind !== 'calling') gone.value = true;
  }

  return {
    outcome,
    question,
    busy: computed(() => waiting.value || state.value.kind === 'calling'),
    async load() {
      const reply = await bridge.request('dial.get', undefined);
      // What was placed or failed before the page was there is history, and stands in the recent calls.
      if (reply.ok && (reply.value.kind === 'asking' || reply.value.kind === 'calling')) show(reply.value);
    },
    call: (input) => ask(() => bridge.request('dial.call', input), input.number),
    async confirm(choice) {
      const asked = question.peek();
      if (asked === null) return;
      const display = asked.numbers[choice]?.display ?? '';
      await ask(() => bridge.request('dial.confirm', { question: asked.question, choice }), display);
    },
    async cancel() {
      const asked = question.peek();
      if (asked === null) return;
      await ask(() => bridge.request('dial.cancel', { question: asked.question }), '');
    },
    restore(failed) {
      // A question or a call that came since has taken it away.
      if (failed !== null && state.peek().kind === 'idle') show({ kind: 'failed', ...failed });
    },
    dismiss,
    dismissFailure() {
      if (outcome.peek()?.kind === 'failed') dismiss();
    },
  };
}
