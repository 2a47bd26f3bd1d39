/** A mailbox of the test servers: `owns` are the addresses it may send from. */
export interface MailUser {
  readonly address: string;
  readonly password: string;
  readonly owns: readonly string[];
}

/** Sends as herself and as the sales address, which is an alias of hers. */
export const ALICE: MailUser = {
  address: 'alice@acme.test',
  password: 'alice-Pa55',
  owns: ['alice@acme.test', 'sales@acme.test'],
};

export const BOB: MailUser = {
  address: 'bob@acme.test',
  password: 'bob-Pa55',
  owns: ['bob@acme.test'],
};

export const localPart = (address: string): string => address.slice(0, address.lastIndexOf('@'));

export const domain = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
