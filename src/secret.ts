import { inspect } from 'node:util';

const MASK = '[secret]';

/**
 * A password on its way from the person who typed it to the server and the keychain.
 * Whatever prints, serialises or inspects it gets a mask; only `reveal` gives the value.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}
