import './spinner.css';

/** Shows itself only after a moment: what is quick must not flicker. */
export function Spinner() {
  return <span class="spinner" aria-hidden="true" />;
}
