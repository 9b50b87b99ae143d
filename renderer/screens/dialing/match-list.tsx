import { Building2, ChevronRight, Clock, type IconNode, Star, User } from 'lucide';
import type { PeopleSource, PersonMatch } from '../../../app/contract/people.ts';
import { whenIn } from '../../../app/words/dates.ts';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { tellWhole } from '../../ui/cut-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { numberHere } from '../../ui/number-here.ts';
import { type Choosing, kindOf, type Option } from './choosing.ts';
import { keepFocus } from './keys.tsx';
import { chosenOne } from './state.ts';
import './match-list.css';

export const optionId = (list: string, index: number): string => `${list}-${index}`;

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

const icons: Readonly<Record<PeopleSource, IconNode>> = {
  favourite: Star,
  contact: User,
  colleague: Building2,
  recent: Clock,
};

interface Props {
  readonly id: string;
  readonly choosing: Choosing;
  readonly onPick: (option: Option) => void;
}

/** Who may be meant, over the keys. The focus stays in the box, which takes the arrows and Enter (`keyboard.ts`). */
export function MatchList({ id, choosing, onPick }: Props) {
  const words = useWords();
  const at = choosing.at.value;
  const isGone = choosing.lost.value === 'gone';
  const isAlert = isGone || choosing.hinted.value;
  return (
    <div class="over-keys">
      <div class="matches">
        <div class="list-box" role="listbox" id={id} aria-label={words.dial.matches} onMouseDown={keepFocus}>
          {choosing.options.value.map((option, index) => (
            <div
              key={option.key}
              {...(option.kind === 'person' && ofPerson(option.person))}
              id={optionId(id, index)}
              class={
                option.kind === 'person' && option.person.source === 'favourite'
                  ? 'list-option match-option match-option-favourite'
                  : 'list-option match-option'
              }
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              onClick={() => onPick(option)}
              onKeyDown={() => undefined}
              ref={index === at ? intoView : null}
            >
              {option.kind === 'action' ? (
                <>
                  <Icon node={ChevronRight} size={16} />
                  <span class="match-name figures cut">{option.action.label}</span>
                  {option.action.number !== '' && (
                    <span class="match-number figures aside whole">{option.action.number}</span>
                  )}
                </>
              ) : (
                <PersonOption person={option.person} />
              )}
            </div>
          ))}
        </div>
        <p class={isAlert ? 'matches-hint' : 'matches-hint aside'} role={isAlert ? 'alert' : undefined}>
          {isGone ? words.dial.choiceGone : words.dial.chooseHint[kindOf(choosing.options.value, at)]}
        </p>
      </div>
    </div>
  );
}

const ofPerson = (person: PersonMatch) => {
  const { number, display, extension } = person;
  return numberHere({ number, display, extension, name: '', ...chosenOne(person) });
};

function PersonOption({ person }: { readonly person: PersonMatch }) {
  const words = useWords();
  const zone = usePbxZone();
  const { name, nickname, company, display, label, source, at } = person;
  const labels: Readonly<Record<string, string | undefined>> = words.contacts.labels;
  const more = [
    ...(name === '' ? [] : [display]),
    labels[label] ?? label,
    nickname ?? '',
    company,
    at === null ? '' : words.dial.lastCalled(whenIn(words, at, Date.now(), zone)),
  ].filter((part) => part !== '');
  return (
    <>
      <Icon node={icons[source]} size={16} />
      <span class="match-lines">
        <span class="match-name figures cut" onPointerEnter={tellWhole}>
          {name === '' ? display : name}
        </span>
        {more.length > 0 && (
          <span class="match-more-line figures aside cut" onPointerEnter={tellWhole}>
            {more.join(' · ')}
          </span>
        )}
      </span>
    </>
  );
}
