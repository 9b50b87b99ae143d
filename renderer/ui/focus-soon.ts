/** Frames in which what is to have the focus is drawn, or comes from the main process. */
const patience = 60;

/** Gives the focus to what is looked for, as soon as it is there. */
export function focusOnce(find: () => HTMLElement | null | undefined, options?: FocusOptions): void {
  let tries = 0;
  const look = (): void => {
    const found = find();
    if (found) found.focus(options);
    else if (tries++ < patience) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** The first element that fits, once the screen is `isReady`. */
export function focusSoon(selector: string, isReady = () => true): void {
  focusOnce(() => (isReady() ? document.querySelector<HTMLElement>(selector) : null));
}
