import { Check, type IconNode } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { useWords } from './context.ts';
import { copyText } from './copy-text.ts';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly icon?: IconNode;
  readonly kind?: 'primary';
}

/** Copies a text. That it did is said as well as shown: a button that has another name now is read by few screen readers. */
export function CopyButton({ label, text, icon, kind }: Props) {
  const { copied: done } = useWords().failureBox;
  const [copied, setCopied] = useState(false);
  return (
    <>
      <Button
        {...(kind && { kind })}
        {...(icon && { icon: copied ? Check : icon })}
        onPress={() => setCopied(copyText(text))}
      >
        {copied ? done : label}
      </Button>
      <span class="said-only" role="status">
        {copied && done}
      </span>
    </>
  );
}
