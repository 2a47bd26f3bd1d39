/** The mailboxes of the demonstration server. They exist only while the example practice runs. */
export const DEMO_MAILBOXES = [
  { address: 'mario.rossi@demo.test', password: 'demo-rossi-2026' },
  { address: 'paolo.verdi@demo.test', password: 'demo-verdi-2026' },
] as const;

export type DemoMailbox = (typeof DEMO_MAILBOXES)[number];
