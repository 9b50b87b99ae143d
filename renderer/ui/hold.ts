import { useRef } from 'preact/hooks';

/** As long as phones take it: shorter is pressed by accident, longer is given up on. */
const holdsAfter = 500;

interface Handlers {
  onPointerDown: (event: PointerEvent) => void;
  onPointerUp: () => void;
  onPointerLeave: () => void;
  onPointerCancel: () => void;
  onContextMenu: (event: Event) => void;
  onClick: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onKeyUp: (event: KeyboardEvent) => void;
  onBlur: () => void;
}

/**
 * A button with a second meaning when it is held: by mouse, by finger (whose long press would open a menu) and by
 * Enter or Space (which repeat themselves while they are held, and must do neither thing twice). A click that no
 * pointer began, as screen readers send, is a press.
 */
export function useHold(onPress: () => void, onHold: () => void): Handlers {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const held = useRef(false);
  const keyIsDown = useRef(false);

  function begin(): void {
    clearTimeout(timer.current);
    held.current = false;
    timer.current = setTimeout(() => {
      held.current = true;
      onHold();
    }, holdsAfter);
  }
  function end(): void {
    clearTimeout(timer.current);
  }
  const isPress = (event: KeyboardEvent) => event.key === 'Enter' || event.key === ' ';

  return {
    onPointerDown(event) {
      if (event.button === 0) begin();
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    onContextMenu: (event) => event.preventDefault(),
    onClick() {
      end();
      const wasHeld = held.current;
      held.current = false;
      if (!wasHeld) onPress();
    },
    onKeyDown(event) {
      if (!isPress(event)) return;
      event.preventDefault();
      if (event.repeat) return;
      keyIsDown.current = true;
      begin();
    },
    onKeyUp(event) {
      if (!isPress(event)) return;
      event.preventDefault();
      end();
      if (keyIsDown.current && !held.current) onPress();
      keyIsDown.current = false;
      held.current = false;
    },
    onBlur() {
      keyIsDown.current = false;
      end();
    },
  };
}
