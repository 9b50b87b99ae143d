import type { PbxState } from '../../app/contract/session.ts';
import { useWords } from '../ui/context.ts';
import { tellWhole } from '../ui/cut-text.ts';
import './header.css';

interface Props {
  readonly phone: string;
  readonly deskName: string;
  readonly pbx: PbxState;
}

/** Who I am, and whether the PBX answers: a mark while all is well, and words as soon as it is not. */
export function Header({ phone, deskName, pbx }: Props) {
  const words = useWords();
  const isSilent = pbx === 'silent';
  return (
    <header class="row header">
      <h1 class="header-name figures cut" onPointerEnter={tellWhole}>
        {phone}
        {deskName !== '' && <span class="header-desk"> · {deskName}</span>}
      </h1>
      <span class="row header-pbx" aria-live="polite">
        {isSilent ? (
          <span class="dot dot-silent" aria-hidden="true" />
        ) : (
          <span class={`dot dot-${pbx}`} role="img" aria-label={words.pbx[pbx]} title={words.pbx[pbx]} />
        )}
        {isSilent && <span>{words.pbx.silent}</span>}
      </span>
    </header>
  );
}
