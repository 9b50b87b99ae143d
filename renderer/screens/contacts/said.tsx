import { Check, TriangleAlert, X } from 'lucide';
import type { Failure } from '../../../app/contract/failures.ts';
import { failureText } from '../../../app/words/failure-text.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import { IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Told } from '../../ui/told.tsx';
import type { ContactsState, Said } from './state.ts';

/** What was done last, and the way back. A live region: it stays, empty. */
export function SaidLine({ state }: { readonly state: ContactsState }) {
  const words = useWords();
  const said = state.said.value;
  const listing = state.listing.value;
  return (
    <div class="calls-status" role="status">
      {said !== null && (
        <p class={`row calls-said ${said.kind === 'failed' ? 'calls-said-warn' : ''}`}>
          <Icon node={said.kind === 'failed' ? TriangleAlert : Check} size={16} />
          <span>{said.kind === 'failed' ? <Failed failure={said.failure} /> : textOf(words, said)}</span>
          {(said.kind === 'imported' || said.kind === 'deleted') && (
            <button type="button" class="link" onClick={() => void state.undo()}>
              {words.undo}
            </button>
          )}
          <IconButton class="calls-dismiss" icon={X} label={words.dismiss} onPress={state.dismissSaid} />
        </p>
      )}
      {listing !== null && (listing.known > 0 || state.query.value.trim() !== '') && (
        <p class={listing.total === 0 ? 'said-only' : 'contacts-count aside figures'}>
          {state.query.value.trim() === ''
            ? words.contacts.count(listing.known)
            : words.contacts.found(listing.total)}
        </p>
      )}
    </div>
  );
}

/** What happened, in bold, as wherever something failed. */
function Failed({ failure }: { readonly failure: Failure }) {
  const { what, todo } = failureText(useWords(), failure, { at: 'settings' });
  return <Told what={what} more={todo} />;
}

function textOf(words: PageWords, said: Exclude<Said, { kind: 'failed' }>): string {
  const { contacts } = words;
  switch (said.kind) {
    case 'imported':
      return contacts.imported(said.fresh, said.changed);
    case 'deleted':
      return contacts.deleted(said.who);
    case 'undone':
      return contacts.undone;
    case 'exported':
      return contacts.exported;
  }
}
