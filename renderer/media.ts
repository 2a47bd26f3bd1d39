import { useSyncExternalStore } from 'react';

/** Whether a media query matches now; follows the system when it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Below this width the left column becomes a strip above the page: half of 1000 at 200 %. */
export const NARROW = '@media (max-width: 719px)';

/** As narrow, and so low that a bar of two lines would hide the page: half of 800x600 at 200 %. */
export const CRAMPED = '@media (max-width: 719px) and (max-height: 359px)';

/** So low that a bar of several lines would hide much of the page: half of 1000x720 at 200 %. */
export const LOW = '@media (max-width: 719px) and (max-height: 419px)';

/** Below this one there is no room for drawings, a table, or three buttons in a row. */
export const TIGHT = '@media (max-width: 899px)';

export const ROOMY = '@media (min-width: 900px)';
