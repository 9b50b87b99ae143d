/** For `onPointerEnter` of a line, or some, that may be cut: what does not fit is said in full; what does is not said twice. */
export function tellWhole({ currentTarget: line }: { readonly currentTarget: HTMLElement }): void {
  // Marks of Thai reach over their line: a line more is more than that.
  const isCut = line.scrollWidth > line.clientWidth || line.scrollHeight > line.clientHeight + 8;
  if (isCut) line.title = (line.textContent ?? '').slice(0, longest);
  else line.removeAttribute('title');
}

/** A caller may send a page of a name: a tooltip as large as the screen helps nobody. */
const longest = 300;
