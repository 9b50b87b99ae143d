/** Where the keyboard comes into the list. */
export const firstCall =
  '[data-index="0"] .call-again, [data-index="0"] .call-actions:not(:has(.call-again)) .call-action';
