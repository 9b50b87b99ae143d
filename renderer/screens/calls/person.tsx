import { ArrowLeft, ExternalLink, Phone } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { PersonView } from '../../../app/contract/calls.ts';
import { whenIn } from '../../../app/words/dates.ts';
import { leadsOn } from '../../state/open-in.ts';
import { IconButton } from '../../ui/button.tsx';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { tellWhole } from '../../ui/cut-text.ts';
import { numberHere } from '../../ui/number-here.ts';
import { labelIn } from '../contacts/labels.ts';
import './person.css';
import { nameOn } from './whose.ts';

interface Props {
  readonly person: PersonView | null;
  /** Whoever called with a number that leads to somebody else. */
  readonly presented: boolean;
  readonly now: number;
  readonly busy: boolean;
  readonly onCall: (number: string, from: PersonView['numbers'][number]['from']) => void;
  /** `null`: numbers lead nowhere. */
  readonly onOpenIn: ((number: string) => void) | null;
  readonly onBack: () => void;
}

/** Who somebody is, all their numbers, and how often they called or were called. The calls stand beneath it. */
export function PersonHead({ person, presented, now, busy, onCall, onOpenIn, onBack }: Props) {
  const words = useWords();
  const zone = usePbxZone();
  const { person: said } = words.calls;
  const region = useRef<HTMLElement>(null);
  const back = useRef(onBack);
  back.current = onBack;
  useEffect(() => {
    region.current?.querySelector<HTMLElement>('button')?.focus();
    // Escape goes back from the list beneath it too; what is unfolded there takes it first.
    const pane = region.current?.closest<HTMLElement>('.pane');
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      back.current();
    };
    pane?.addEventListener('keydown', pressed);
    return () => pane?.removeEventListener('keydown', pressed);
  }, []);
  const [first] = person?.numbers ?? [];
  const number = presented ? words.calls.fromOutside(first?.display ?? '') : (first?.display ?? '');
  const title = person === null ? '' : person.name === '' ? number : person.name;
  const isAlone = person?.name === '' && person.numbers.length === 1;
  return (
    <section class="person" aria-label={said.title} ref={region}>
      <div class="row person-who">
        <IconButton icon={ArrowLeft} label={said.back} onPress={onBack} />
        <div class="person-names">
          <h3 class="person-name figures cut" dir="auto" onPointerEnter={tellWhole}>
            {title}
          </h3>
          {person !== null && person.company !== '' && (
            <p class="aside cut" dir="auto" onPointerEnter={tellWhole}>
              {person.company}
            </p>
          )}
        </div>
        {isAlone && <NumberActions number={first} busy={busy} onCall={onCall} onOpenIn={onOpenIn} />}
      </div>
      {person !== null && !isAlone && (
        <ul class="person-numbers">
          {person.numbers.map((number) => (
            <li
              key={number.display}
              class="row person-number"
              {...(number.callable !== null &&
                numberHere({ ...number, number: number.callable, name: nameOn(person) }))}
            >
              <span class="figures" dir="auto">
                {number.display}
              </span>
              {number.label !== '' && (
                <span class="aside cut">{labelIn(words.contacts.labels, number.label)}</span>
              )}
              <NumberActions number={number} busy={busy} onCall={onCall} onOpenIn={onOpenIn} />
            </li>
          ))}
        </ul>
      )}
      {/* That there are none is said where they would stand. */}
      {person !== null && person.last !== null && (
        <p class="person-counts aside figures">
          {`${said.counts(person.calls, person.answered, person.missed)} · ${said.last(whenIn(words, person.last, now, zone))}`.replaceAll(
            ' · ',
            '\u00a0· ',
          )}
        </p>
      )}
    </section>
  );
}

interface NumberProps extends Pick<Props, 'busy' | 'onCall' | 'onOpenIn'> {
  readonly number: PersonView['numbers'][number] | undefined;
}

function NumberActions({ number, busy, onCall, onOpenIn }: NumberProps) {
  const words = useWords();
  const callable = number?.callable ?? null;
  if (number === undefined || callable === null) return null;
  return (
    <span class="row person-actions">
      {onOpenIn !== null && leadsOn(callable) && (
        <IconButton small icon={ExternalLink} label={words.calls.openIn} onPress={() => onOpenIn(callable)} />
      )}
      <IconButton
        small
        class="call-again"
        icon={Phone}
        label={words.calls.call(number.display)}
        waits={busy}
        onPress={() => onCall(callable, number.from)}
      />
    </span>
  );
}
