import { useEffect, useState } from 'react';

function secondsUntil(instant: string | null): number {
  if (instant === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1000));
}

/** Seconds left until an ISO 8601 instant, counting down; 0 when it is past or null. */
export function useSecondsUntil(instant: string | null): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(instant));
  useEffect(() => {
    const tick = () => setSeconds(secondsUntil(instant));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return seconds;
}
