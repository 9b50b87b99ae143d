import { Prose } from './prose.tsx';

export interface ToldText {
  readonly what: string;
  /** What to do, and how old the list is, say; empty where `what` is all there is to be said. */
  readonly more: string;
}

/** Of a sentence and what goes with it, the sentence is what is to be seen first. */
export function Told({ what, more }: ToldText) {
  if (more === '') return <Prose text={what} />;
  return (
    <>
      <strong>
        <Prose text={what} />
      </strong>{' '}
      <Prose text={more} />
    </>
  );
}
