import type { ImportView } from '../../../app/contract/contacts.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Prose } from '../../ui/prose.tsx';
import { Spinner } from '../../ui/spinner.tsx';

interface Props {
  readonly seen: ImportView | 'reading';
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

/** Scrolled by keyboard too: of itself only a newer Chromium lets the focus there. */
const byKeyboard = (list: HTMLElement | null) => list?.setAttribute('tabindex', '0');

/** What a file would do to the phone book, before it does. One dialog while it is read and after: one that closes says no. */
export function ImportDialog({ seen, onImport, onCancel }: Props) {
  const words = useWords();
  const text = words.contacts.importing;
  const counts = seen === 'reading' ? [] : countsOf(text, seen);
  const isNews = seen !== 'reading' && seen.fresh + seen.changed > 0;
  return (
    <Dialog
      role="dialog"
      title={text.title}
      class="import"
      onCancel={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{seen === 'reading' || isNews ? text.cancel : text.close}</Button>
          {isNews && (
            <Button kind="primary" onPress={onImport}>
              {text.import}
            </Button>
          )}
        </>
      }
    >
      <div role="status">
        {seen === 'reading' ? (
          <p class="row import-reading">
            <Spinner />
            {words.contacts.reading}
          </p>
        ) : (
          <ul class="import-counts figures">
            {counts.map((line) => (
              <li key={line}>
                <Prose text={line} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {seen !== 'reading' && seen.people.length > 0 && <People seen={seen} lines={counts.length} />}
    </Dialog>
  );
}

interface PeopleProps {
  readonly seen: ImportView;
  /** That stand above. */
  readonly lines: number;
}

function People({ seen, lines }: PeopleProps) {
  const text = useWords().contacts.importing;
  const all = seen.fresh + seen.changed + seen.withoutNumber;
  return (
    <ul class="import-people" style={{ '--lines': lines }} aria-label={text.people} ref={byKeyboard}>
      {seen.people.map((person, index) => (
        // The file may have somebody twice.
        <li key={`${index} ${person.name}`}>
          <span class="import-who">
            <span class="cut" dir="auto">
              {person.name || person.numbers[0] || text.unnamed}
            </span>
            <span class="aside figures cut">
              {(person.name === '' ? person.numbers.slice(1) : person.numbers).join(' · ') ||
                (person.end === 'changed' ? text.onlyText : '')}
            </span>
          </span>
          <span class={`import-end import-end-${person.end}`}>{text.ends[person.end]}</span>
        </li>
      ))}
      {all > seen.people.length && <li class="aside">{text.andMore(all - seen.people.length)}</li>}
    </ul>
  );
}

function countsOf(text: PageWords['contacts']['importing'], seen: ImportView): string[] {
  const { fresh, changed, same, withoutNumber, damagedLines } = seen;
  return [
    ...(fresh === 0 && changed === 0 ? [text.nothing] : []),
    ...(fresh > 0 ? [text.fresh(fresh)] : []),
    ...(changed > 0 ? [text.changed(changed)] : []),
    ...(same > 0 ? [text.same(same)] : []),
    ...(withoutNumber > 0 ? [text.withoutNumber(withoutNumber)] : []),
    ...(damagedLines > 0 ? [text.damaged(damagedLines)] : []),
  ];
}
