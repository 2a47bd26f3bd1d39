/** Milliseconds, for each source and for all together. */
export const LIMITS = {
  mx: 3000,
  autoconfig: 4000,
  ispdb: 4000,
  srv: 3000,
  guess: 7000,
  all: 8000,
};
