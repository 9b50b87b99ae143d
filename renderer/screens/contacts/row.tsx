import { ChevronDown, ExternalLink, Phone, Star } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Contact, ContactNumber } from '../../../app/contract/contacts.ts';
import { leadsOn } from '../../state/open-in.ts';
import { IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { tellWhole } from '../../ui/cut-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { labelIn } from './labels.ts';

interface Props {
  readonly contact: Contact;
  readonly busy: boolean;
  /** One row of the list is a stop for the Tab key; the arrows go from row to row. */
  readonly isStop: boolean;
  readonly isOpen: boolean;
  readonly onCall: (number: ContactNumber, contact: Contact) => void;
  readonly onOpen: (contact: Contact) => void;
  /** `null`: numbers lead nowhere. */
  readonly onOpenIn: ((number: ContactNumber, contact: Contact) => void) | null;
  readonly children?: ComponentChildren;
}

export const calledBy = ({ name, company, numbers }: Contact): string =>
  name || company || (numbers[0]?.display ?? '');

/** The number that Call calls: a favourite before the others. */
export const firstOf = ({ numbers }: Contact): ContactNumber | undefined =>
  numbers.find(({ pinned }) => pinned) ?? numbers[0];

/** As what a number is called from here: who is not the person's own is trusted as the company's directory is. */
export const wayOf = ({ pinned }: ContactNumber, { source }: Contact) =>
  source === 'company' ? 'colleague' : pinned ? 'favourite' : 'contact';

export function ContactRow({ contact, busy, isStop, isOpen, onCall, onOpen, onOpenIn, children }: Props) {
  const { contacts: words, calls } = useWords();
  const who = calledBy(contact);
  const number = firstOf(contact);
  const tabIndex = isStop ? 0 : -1;
  const opens = onOpenIn !== null && number !== undefined && leadsOn(number.number);
  const facts = [
    // A long company gives way before the number.
    number === undefined || who === number.display ? '' : number.display,
    number === undefined ? '' : labelIn(words.labels, number.label),
    contact.source === 'company' ? words.company : '',
    contact.nickname ?? '',
    contact.name === '' ? '' : contact.company,
  ].filter((fact) => fact !== '');
  return (
    <div class={`entry contact ${isOpen ? 'entry-opened' : ''}`}>
      <div class="row call-row" style={{ '--actions': 1 + Number(number !== undefined) + Number(opens) }}>
        <span class="contact-face" aria-hidden="true">
          {faceOf(who)}
        </span>
        <span class="call-what">
          <span class="call-title figures cut" dir="auto" onPointerEnter={tellWhole}>
            {who}
          </span>
          <span class="call-facts figures aside cut" onPointerEnter={tellWhole}>
            {facts.map((fact) => (
              <bdi key={fact}>{fact}</bdi>
            ))}
          </span>
        </span>
        {contact.numbers.some(({ pinned }) => pinned) && (
          <span class="contact-star">
            <Icon node={Star} size={14} />
          </span>
        )}
        <span class="call-actions">
          {number !== undefined && (
            <IconButton
              class="call-action call-again"
              icon={Phone}
              label={words.call(contact.name || contact.company, number.display)}
              tabIndex={tabIndex}
              disabled={busy}
              onPress={() => onCall(number, contact)}
            />
          )}
          {opens && (
            <IconButton
              class="call-action call-open"
              icon={ExternalLink}
              label={calls.openIn}
              tabIndex={tabIndex}
              onPress={() => onOpenIn(number, contact)}
            />
          )}
          <IconButton
            class="call-action call-more"
            icon={ChevronDown}
            label={words.more(who)}
            tabIndex={tabIndex}
            expanded={isOpen}
            onPress={() => onOpen(contact)}
          />
        </span>
      </div>
      {children}
    </div>
  );
}

/** The first letter, with what stands on it; of a Thai name the consonant, whatever vowel is written before it. */
function faceOf(who: string): string {
  const [, first = ''] = /[\u0e40-\u0e44]?(\p{L}|\p{N})/u.exec(who) ?? [];
  return first.toLocaleUpperCase('en');
}
