import { ExternalLink, Pencil, Phone, Star } from 'lucide';
import type { Contact, ContactNumber } from '../../../app/contract/contacts.ts';
import { leadsOn } from '../../state/open-in.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { numberHere } from '../../ui/number-here.ts';
import { labelIn } from './labels.ts';
import { wayOf } from './row.tsx';

interface Props {
  readonly contact: Contact;
  readonly busy: boolean;
  readonly onCall: (number: ContactNumber, contact: Contact) => void;
  /** `null`: numbers lead nowhere. */
  readonly onOpenIn: ((number: ContactNumber, contact: Contact) => void) | null;
  readonly onPin: (number: ContactNumber) => void;
  readonly onEdit: () => void;
}

/** All numbers of somebody, and what was noted. Unfolds beneath the row. */
export function ContactDetails({ contact, busy, onCall, onOpenIn, onPin, onEdit }: Props) {
  const { contacts: words, openIn } = useWords();
  const isOwn = contact.source === 'own';
  return (
    <div class="contact-details">
      <ul>
        {contact.numbers.map((number) => (
          <li
            key={number.id}
            class="row contact-number"
            {...numberHere({
              ...{ number: number.number, display: number.display },
              ...{ from: wayOf(number, contact), name: contact.name || contact.company },
            })}
          >
            <span class="contact-number-text">
              <span class="figures" dir="auto">
                {number.display}
              </span>
              {number.label !== '' && <span class="aside cut">{labelIn(words.labels, number.label)}</span>}
            </span>
            {isOwn && (
              <IconButton
                small
                class={number.pinned ? 'contact-pin contact-pinned' : 'contact-pin'}
                icon={Star}
                label={number.pinned ? words.unpin(number.display) : words.pin(number.display)}
                onPress={() => onPin(number)}
              />
            )}
            {/* Of one, the row has it. */}
            {onOpenIn !== null && contact.numbers.length > 1 && leadsOn(number.number) && (
              <IconButton
                small
                icon={ExternalLink}
                label={openIn.number(number.display)}
                onPress={() => onOpenIn(number, contact)}
              />
            )}
            <IconButton
              small
              class="call-again"
              icon={Phone}
              label={words.call('', number.display)}
              disabled={busy}
              onPress={() => onCall(number, contact)}
            />
          </li>
        ))}
      </ul>
      {contact.note !== '' && <p class="contact-note">{contact.note}</p>}
      {isOwn && (
        <Button class="contact-edit" icon={Pencil} onPress={onEdit}>
          {words.edit}
        </Button>
      )}
    </div>
  );
}
