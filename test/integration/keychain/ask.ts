import { createKeychain } from '../../../src/keychain/create-keychain.ts';
import { Secret } from '../../../src/secret.ts';

/**
 * A program of its own for each question: a process keeps the D-Bus session that it found first.
 * Arguments: a JSON array of steps, each `[method, service, account, password]`.
 */
type Step = readonly ['check' | 'read' | 'write' | 'remove', string, string, string];

const keychain = createKeychain();
const answers: unknown[] = [];
for (const [method, service, account, password] of JSON.parse(process.argv[2] ?? '[]') as Step[]) {
  const credential = { service, account };
  switch (method) {
    case 'check':
      answers.push(await keychain.check());
      break;
    case 'read': {
      const found = await keychain.read(credential);
      answers.push(found.ok ? { ok: true, value: found.value?.reveal() ?? null } : found);
      break;
    }
    case 'write':
      answers.push(await keychain.write(credential, new Secret(password)));
      break;
    case 'remove':
      answers.push(await keychain.remove(credential));
      break;
  }
}
process.stdout.write(JSON.stringify(answers));
