/** Brings the first field that was not accepted into sight, and the keyboard to it. */
export function focusFirstProblem(): void {
  // After the fields have been rendered with what is wrong with them.
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('form [aria-invalid="true"]');
    field?.focus({ preventScroll: true });
    // Together with its label and what is wrong with it.
    field?.scrollIntoView({ block: 'center' });
  });
}
