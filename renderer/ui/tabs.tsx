import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import './tabs.css';

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly name: string; readonly icon: IconNode }[];
  readonly selected: T;
  readonly onSelect: (id: T) => void;
}

/** One stop for the Tab key; the arrows go from tab to tab and show what they come to (WAI-ARIA: tabs). */
export function Tabs<T extends string>({ label, tabs, selected, onSelect }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const here = tabs.findIndex((tab) => tab.id === selected);
    const goes: Record<string, number> = {
      ArrowRight: here + 1,
      ArrowLeft: here - 1 + tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const there = goes[event.key];
    if (there === undefined) return;
    const next = tabs[there % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  }

  return (
    <nav aria-label={label}>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`tab-${tab.id}`}
            type="button"
            role="tab"
            class="tab"
            data-name={tab.name}
            aria-selected={tab.id === selected}
            aria-controls={`panel-${tab.id}`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            <Icon node={tab.icon} />
            {tab.name}
          </button>
        ))}
      </div>
    </nav>
  );
}

interface PanelProps {
  readonly id: string;
  readonly selected: boolean;
  readonly children: ComponentChildren;
}

/** Stays in the page while another is shown: what was typed and scrolled to is still there on the way back. */
export function TabPanel({ id, selected, children }: PanelProps) {
  return (
    <div
      class="pane tab-panel"
      id={`panel-${id}`}
      role="tabpanel"
      aria-labelledby={`tab-${id}`}
      hidden={!selected}
    >
      {children}
    </div>
  );
}
