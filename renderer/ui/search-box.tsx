import { Search, X } from 'lucide';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import './search-box.css';

interface Props {
  readonly words: { readonly search: string; readonly searchHint: string; readonly clear: string };
  readonly query: string;
  readonly onSearch: (query: string) => void;
  /** The arrow down: into the list. */
  readonly onDown?: () => void;
}

/** Looks through the list below it. */
export function SearchBox({ words, query, onSearch, onDown }: Props) {
  return (
    <span class="row search">
      <Icon node={Search} size={16} />
      <input
        type="search"
        class="field-input search-box"
        aria-label={words.search}
        placeholder={words.searchHint}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && onDown !== undefined) {
            event.preventDefault();
            onDown();
          }
          // The first Escape takes the search away, the next one the window.
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          onSearch('');
        }}
      />
      {query !== '' && (
        <IconButton small class="search-clear" icon={X} label={words.clear} onPress={() => onSearch('')} />
      )}
    </span>
  );
}
