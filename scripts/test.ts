import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runSandboxTests } from './as-user.ts';
import { main, projectFolder, run, Stop } from './process.ts';
import { electronRuntime } from './runtime.ts';
import { runInSession } from './session.ts';
import { ensureSystem } from './system.ts';

type Counts = { passed: number; failed: number };
type Step = { title: string; run: () => Promise<number>; report?: () => Promise<Counts> };

const reports = join(projectFolder, 'test-results', 'reports');
const none: Counts = { passed: 0, failed: 0 };

/** Vitest's tests of one project, at our console and as a JSON report. */
function vitest(project: string): { words: string[]; report: () => Promise<Counts> } {
  const file = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const report = async () => {
    const { numPassedTests, numFailedTests } = await json(file);
    return { passed: numPassedTests, failed: numFailedTests };
  };
  return { words: ['run', '--project', project, ...reporters], report };
}

/** The tests in the real Electron, inside a session with a display and a keychain of its own. */
function playwright(project: string): Pick<Step, 'run' | 'report'> {
  const file = join(reports, `${project}.json`);
  return {
    run: () =>
      runInSession('playwright', ['test', `--project=${project}`, '--reporter=list,json'], {
        keyring: 'private',
        display: true,
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      }),
    report: () => playwrightCounts(file),
  };
}

/** The tests in which the sandbox shows, as an ordinary user, when we are root. */
function sandboxed(): Pick<Step, 'run' | 'report'> {
  const file = join(reports, 'sandboxed.json');
  return {
    run: () => runSandboxTests(file),
    report: () => playwrightCounts(file),
  };
}

async function playwrightCounts(file: string): Promise<Counts> {
  const { expected, unexpected, flaky } = (await json(file)).stats;
  return { passed: expected + flaky, failed: unexpected };
}

const unit = vitest('unit');
const integration = vitest('integration');
const packaging = vitest('package');

const steps: Step[] = [
  {
    title: 'What this machine needs',
    run: async () => {
      ensureSystem('window', 'mail', 'windows', 'examples', 'profiles', 'package', 'paper');
      const { version } = await electronRuntime();
      console.log(`Node ${process.version}, Electron ${version}`);
      return 0;
    },
  },
  { title: 'Format and lint', run: () => run('biome', ['ci', '.', '--error-on-warnings']) },
  { title: 'Types', run: () => run('tsc', []) },
  { title: 'Types of the window', run: () => run('tsc', ['-p', 'renderer']) },
  { title: 'Known vulnerabilities', run: () => run('node', ['scripts/package/audit.ts']) },
  { title: 'Unit tests', run: () => run('vitest', unit.words), report: unit.report },
  { title: 'Build', run: () => run('node', ['scripts/build.ts']) },
  {
    title: 'Integration tests: real mail servers, a real keychain',
    run: () => runInSession('vitest', integration.words, { keyring: 'private', display: false }),
    report: integration.report,
  },
  { title: 'The built application, in the real Electron', ...playwright('built') },
  { title: 'The same as an ordinary user, in the sandbox', ...sandboxed() },
  {
    title: 'Package',
    run: () => run('node', ['scripts/package.ts', '--for-tests', 'deb', 'zip']),
  },
  {
    title: 'What was packaged: its content, installed and removed',
    run: () => run('vitest', packaging.words),
    report: packaging.report,
  },
  { title: 'The packaged application', ...playwright('packaged') },
];

/** Runs every step in order and stops at the first that fails. The last line counts the tests. */
async function testEverything(): Promise<number> {
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const total = { ...none };
  let failure: unknown = null;
  for (const [index, step] of steps.entries()) {
    console.log(`\n=== ${index + 1}/${steps.length} ${step.title}`);
    const status = await step.run().catch((error: unknown) => {
      failure = error;
      return 1;
    });
    // A runner that broke down before its first test leaves no report.
    const counts = (await step.report?.().catch(() => null)) ?? none;
    total.passed += counts.passed;
    total.failed += status === 0 ? counts.failed : Math.max(counts.failed, 1);
    if (status !== 0) {
      console.log(`\n${step.title}: failed.`);
      break;
    }
  }
  if (failure !== null) console.error(failure instanceof Stop ? failure.message : failure);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

const json = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

if (import.meta.main) await main(testEverything);
