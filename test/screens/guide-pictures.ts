/** The pictures that the guides and the README show, as page and state: in Italian, as it looks first. */
export const GUIDE_PICTURES: readonly string[] = [
  'choice.new',
  'address.known',
  'preparation.app-password',
  'test.almost',
  'failure.wrong-password',
  'done.next-doctor',
  'home.every-status',
];
