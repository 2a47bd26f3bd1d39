import { useEffect, useRef } from 'react';

/** The field that is being typed into, else the first that was not accepted. */
function fieldInQuestion(): Element | null {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement) return activeElement;
  return document.querySelector('form [aria-invalid="true"]');
}

/**
 * Brings what is said of a field into sight when it changes, and the field with it: under a strip
 * and above an action bar, a small window shows little. `aria-describedby` tells where it is said.
 */
export function useSaidInSight(): void {
  const last = useRef('');
  // After each rendering: what is said comes with a new view, or from the page itself.
  useEffect(() => {
    const field = fieldInQuestion();
    const place = document.getElementById(field?.getAttribute('aria-describedby') ?? '');
    const said = place?.textContent ?? '';
    if (said !== '' && said !== last.current) {
      place?.scrollIntoView({ block: 'nearest' });
      field?.scrollIntoView({ block: 'nearest' });
    }
    last.current = said;
  });
}
