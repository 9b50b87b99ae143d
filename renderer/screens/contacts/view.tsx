import { BookUser, ClipboardPaste, Download, FileInput, Search, SearchX, UserPlus } from 'lucide';
import { useMemo } from 'preact/hooks';
import type { Contact, ContactNumber } from '../../../app/contract/contacts.ts';
import { calledSo, type Dialling } from '../../state/dialing.ts';
import type { OpenInState } from '../../state/open-in.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { useGoesOn } from '../../ui/goes-on.ts';
import { Icon } from '../../ui/icon.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { Prose } from '../../ui/prose.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import '../calls/call-row.css';
import '../calls/tools.css';
import '../calls/view.css';
import { OutcomeView } from '../dialing/outcome.tsx';
import { useArriving } from './arriving.ts';
import { ContactDetails } from './details.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { ContactForm } from './form.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ContactList } from './list.tsx';
import { wayOf } from './row.tsx';
import { SaidLine } from './said.tsx';
import type { ContactsState } from './state.ts';
import './view.css';

interface Props {
  readonly state: ContactsState;
  readonly dialling: Dialling;
  readonly openIn: OpenInState;
  readonly phone: string;
  /** The company's directory is set: colleagues are found here as well, and stand in no list. */
  readonly hasColleagues: boolean;
}

const nobody = { name: '', company: '', note: '', numbers: [] };

export function ContactsView({ state, dialling, openIn, phone, hasColleagues }: Props) {
  const words = useWords();
  const { contacts: text } = words;
  const listing = state.listing.value;
  const form = state.form.value;
  const seen = state.importing.value;
  const opens = openIn.on.value;
  const { pane, isOver } = useArriving(state);
  useGoesOn(pane, '.recent-outcome', dialling.dismissFailure);
  const begin = () => state.write({ id: null, begin: nobody });

  // The same ones at every drawing: rows are not drawn again for the sake of what a press would do.
  const actions = useMemo(
    () => ({
      onCall: (number: ContactNumber, contact: Contact) =>
        void dialling.call({
          ...{ number: number.number, from: wayOf(number, contact) },
          ...calledSo(contact.name || contact.company),
        }),
      onOpen: ({ id }: Contact) => state.open(id),
      onOpenIn: opens
        ? ({ number }: ContactNumber, { name, company }: Contact) =>
            void openIn.open({ of: 'contact', number, ...calledSo(name || company) })
        : null,
    }),
    [state, dialling, openIn, opens],
  );

  return (
    <div class="pane recent contacts" ref={pane}>
      <h2 class="said-only">{text.title}</h2>
      <div class="tools">
        <div class="row tools-row">
          <SearchBox words={text} query={state.query.value} onSearch={state.search} />
          <IconButton icon={UserPlus} label={text.add} onPress={begin} />
          <IconButton icon={FileInput} label={text.import} onPress={() => void state.importFile()} />
          <IconButton
            icon={Download}
            label={text.export}
            disabled={(listing?.known ?? 0) === 0}
            onPress={() => state.askFormat(true)}
          />
        </div>
      </div>
      <SaidLine state={state} />
      {listing !== null &&
        (listing.known === 0 && state.query.value === '' ? (
          <Nothing icon={BookUser} title={text.empty.title}>
            <ul>
              {hasColleagues && (
                <li>
                  <Icon node={Search} size={18} />
                  <span>
                    <Prose text={text.empty.colleagues} />
                  </span>
                </li>
              )}
              <li>
                <Icon node={FileInput} size={18} />
                <span>
                  <Prose text={text.empty.drop} />
                </span>
              </li>
              <li>
                <Icon node={ClipboardPaste} size={18} />
                <span>{text.empty.paste}</span>
              </li>
            </ul>
            <Button onPress={() => void state.importFile()}>{text.import}</Button>
          </Nothing>
        ) : listing.total === 0 ? (
          <Nothing icon={SearchX} title={text.nobody.title}>
            <p class="empty-hint">{text.nobody.hint}</p>
          </Nothing>
        ) : (
          <ContactList
            listing={listing}
            query={state.query.value}
            busy={dialling.busy.value}
            opened={state.opened.value}
            top={state.top()}
            onNeed={state.need}
            onScroll={state.scrolled}
            onFold={state.fold}
            unfold={(contact) => (
              <ContactDetails
                contact={contact}
                busy={dialling.busy.value}
                onCall={actions.onCall}
                onOpenIn={actions.onOpenIn}
                onPin={({ id, pinned }) => void state.pin(id, !pinned)}
                onEdit={() => state.write({ id: contact.id, begin: formOf(contact) })}
              />
            )}
            {...actions}
          />
        ))}
      <div class="recent-outcome">
        <OutcomeView outcome={dialling.outcome.value} phone={phone} onDismiss={dialling.dismissFailure} />
      </div>
      {isOver && <p class="contacts-over">{text.dropHere}</p>}
      {form !== null && (
        <ContactForm
          form={form}
          failure={state.formFailure.value}
          onSave={(typed) => void state.keep(typed)}
          onDelete={() => void state.remove()}
          onCancel={() => state.write(null)}
        />
      )}
      {seen !== null && (
        <ImportDialog seen={seen} onImport={() => void state.take()} onCancel={state.forget} />
      )}
      {state.choosesFormat.value && (
        <ExportDialog onExport={(as) => void state.export(as)} onCancel={() => state.askFormat(false)} />
      )}
    </div>
  );
}

const formOf = ({ name, nickname = '', company, note, numbers }: Contact) => ({
  ...{ name, nickname, company, note },
  numbers: numbers.map(({ id, number, label }) => ({ id, number, label })),
});
