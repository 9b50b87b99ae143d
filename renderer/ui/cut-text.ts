/** For `onPointerEnter` of a line that may be cut: what does not fit is said in full; what does is not said twice. */
export function tellWhole({ currentTarget: line }: { readonly currentTarget: HTMLElement }): void {
  if (line.scrollWidth > line.clientWidth) line.title = (line.textContent ?? '').slice(0, longest);
  else line.removeAttribute('title');
}

/** A caller may send a page of a name: a tooltip as large as the screen helps nobody. */
const longest = 300;
