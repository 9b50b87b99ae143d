/** Of a screen, from one frame to the next: more is nothing that eyes follow. */
const leap = 1 / 3;
/** Milliseconds without a leap after which somebody has come to where they wanted. */
const rest = 90;

/**
 * Whether the list flies by: it leaps, more than once. Rows are not drawn then, for nobody reads them, and drawing
 * twenty new ones in each frame is what makes a list stutter. A single leap (a day was picked, End was pressed) is no rush.
 */
export interface Rush {
  /** The list was scrolled to here; `height` of it is seen. */
  moved(top: number, height: number): boolean;
  end(): void;
}

export function createRush(changed: (rushes: boolean) => void, now = () => performance.now()): Rush {
  let at = 0;
  let leapt = Number.NEGATIVE_INFINITY;
  let rushes = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function end(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  return {
    end,
    moved(top, height) {
      const isLeap = Math.abs(top - at) > leap * height;
      at = top;
      if (!isLeap) return rushes;
      rushes ||= now() - leapt < rest;
      leapt = now();
      if (rushes) {
        end();
        timer = setTimeout(() => {
          timer = null;
          rushes = false;
          changed(false);
        }, rest);
      }
      return rushes;
    },
  };
}
