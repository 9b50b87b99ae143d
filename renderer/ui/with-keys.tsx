interface Props {
  readonly text: string;
  /** That are named in it: `Ctrl+Alt+D`. */
  readonly keys: string;
}

/** A sentence in which keys look like keys. */
export function WithKeys({ text, keys }: Props) {
  const [before = '', ...after] = text.split(keys);
  return (
    <>
      {before}
      <kbd>{keys}</kbd>
      {after.join(keys)}
    </>
  );
}
