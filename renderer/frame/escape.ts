/** Escape closes what is on top: a dialog or a list of choices by itself, and when there is none, the window. */
export function hideOnEscape(document: Document, hide: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || event.repeat) return;
    if (document.querySelector('dialog[open]') !== null) return;
    hide();
  });
}
