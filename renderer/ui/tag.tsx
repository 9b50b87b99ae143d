import './tag.css';

interface Props {
  /** With its sign: `#invoice`. */
  readonly tag: string;
  readonly label?: string;
  readonly pressed?: boolean;
  readonly onPress: (tag: string) => void;
}

/** A tag of the person's own, to be pressed. */
export function Tag({ tag, label, pressed, onPress }: Props) {
  return (
    <button
      type="button"
      class="tag cut"
      dir="auto"
      aria-label={label}
      aria-pressed={pressed}
      onClick={() => onPress(tag)}
    >
      {tag}
    </button>
  );
}
