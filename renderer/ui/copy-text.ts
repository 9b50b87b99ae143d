/** `navigator.clipboard` needs a permission that this page is not given; copying on a press, by the event, needs none. `false`: refused. */
export function copyText(text: string): boolean {
  document.addEventListener(
    'copy',
    (event) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    },
    { once: true },
  );
  return document.execCommand('copy');
}
