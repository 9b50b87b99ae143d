import type { IconNode } from 'lucide';
import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './icon.tsx';
import { Spinner } from './spinner.tsx';
import './button.css';

interface Props {
  readonly children?: ComponentChildren;
  readonly icon?: IconNode;
  /**
   * `primary`: the one thing to do here. `go`: it calls. `danger`: what goes by it does not come back. `quiet`: no surface until it is
   * pointed at.
   */
  readonly kind?: 'primary' | 'go' | 'danger' | 'plain' | 'quiet';
  /** For a button that shows an icon only: its name, and what the pointer is told. */
  readonly label?: string;
  readonly title?: string;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly busy?: boolean;
  /** Off for a moment: it keeps the focus, which a disabled button loses. */
  readonly waits?: boolean;
  readonly class?: string;
  readonly tabIndex?: number;
  readonly onPress?: () => void;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  readonly controls?: string;
  readonly elementRef?: Ref<HTMLButtonElement>;
}

/** A key that is held down repeats itself; a button is pressed once. */
export function onceOnly(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}

export function Button(props: Props) {
  const { kind = 'plain', type = 'button', disabled = false, busy = false } = props;
  return (
    <button
      type={type}
      class={`button button-${kind} ${props.class ?? ''}`}
      aria-label={props.label}
      title={props.title ?? (props.children === undefined ? props.label : undefined)}
      disabled={disabled}
      tabIndex={props.tabIndex}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      aria-controls={props.controls}
      aria-disabled={props.waits}
      onClick={props.waits ? undefined : props.onPress}
      onKeyDown={onceOnly}
      ref={props.elementRef ?? null}
    >
      {busy ? <Spinner /> : props.icon !== undefined && <Icon node={props.icon} />}
      {props.children}
    </button>
  );
}

interface IconButtonProps extends Omit<Props, 'kind' | 'children'> {
  readonly small?: boolean;
}

/** A square around an icon, without a surface until it is pointed at. */
export function IconButton({ small = false, class: own = '', ...more }: IconButtonProps) {
  return <Button kind="quiet" class={`square ${small ? 'square-small' : ''} ${own}`} {...more} />;
}
