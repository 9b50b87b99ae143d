/**
 * `navigator.clipboard` needs a permission, and this page is given none. Copying on a press, by the event, needs no
 * permission, no selection and no call to the main process. `false`: the browser did not.
 */
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
