import { join } from 'node:path';
import { buildProduct } from './build.ts';
import { DEMO_MAILBOXES } from './example/mailboxes.ts';
import { openExamplePractice } from './example/practice.ts';
import { main, projectFolder } from './process.ts';
import { electronArguments, electronRuntime } from './runtime.ts';
import { runInSession } from './session.ts';

/**
 * `npm start` opens the wizard on the example practice; any argument (`--profile FILE`, a command)
 * goes to the program as it is, which then works on the real thing.
 */
async function start(words: string[]): Promise<number> {
  const runtime = await electronRuntime();
  await buildProduct();
  const program = [...electronArguments(), projectFolder];
  if (words.length > 0) {
    return runInSession(runtime.executable, [...program, ...words], {
      keyring: 'existing-or-private',
      display: true,
    });
  }
  const practice = await openExamplePractice(console.log);
  try {
    console.log('\nThis is the EXAMPLE PRACTICE: three doctors, a mail server on this computer.');
    console.log('Nothing leaves this computer, and nothing is kept when the window is closed.');
    console.log('Demonstration mailboxes:');
    for (const { address, password } of DEMO_MAILBOXES) {
      console.log(`  ${address}   password: ${password}`);
    }
    console.log(`Files of the practice: ${practice.folder}\n`);
    const settings = `--user-data-dir=${join(practice.folder, 'settings')}`;
    const args = [settings, ...program, '--profile', practice.profile];
    return await runInSession(runtime.executable, args, { keyring: 'private', display: true });
  } finally {
    await practice.close();
  }
}

await main(() => start(process.argv.slice(2)));
