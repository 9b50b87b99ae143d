/** Frames in which what is to have the focus is drawn. */
const patience = 60;

/** Gives the focus to the first element that fits, as soon as there is one, and the screen is `isReady`. */
export function focusSoon(selector: string, isReady = () => true): void {
  let tries = 0;
  const look = (): void => {
    const found = isReady() ? document.querySelector<HTMLElement>(selector) : null;
    if (found !== null) found.focus();
    else if (tries++ < patience) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
