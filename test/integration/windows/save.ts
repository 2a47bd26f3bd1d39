import { createKeychain } from '../../../src/keychain/create-keychain.ts';
import { loadProfile } from '../../../src/record/load-profile.ts';
import { saveSender } from '../../../src/record/save.ts';
import { Secret } from '../../../src/secret.ts';

/**
 * A program that saves one sender as Mittente does, in the real Credential Manager, without asking
 * any server. Standard input: JSON with `profile`, `sender`, `password`, `now`.
 */
let text = '';
for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
const { profile: file, sender, password, now } = JSON.parse(text);
const profile = await loadProfile(file);
const saved = profile.ok
  ? await saveSender({
      profile: profile.value,
      keychain: createKeychain(),
      sender,
      password: password === null ? null : new Secret(password),
      now: new Date(now),
    })
  : profile;
process.stdout.write(JSON.stringify(saved));
