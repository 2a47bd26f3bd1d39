import { spawnSync } from 'node:child_process';
import { main, projectFolder } from '../process.ts';

type Finding = { name: string; severity: string; range: string };

const grave = ['high', 'critical'];

/**
 * Asks the registry for known vulnerabilities of everything that is installed, tools included, and
 * fails on grave ones. A registry that does not answer such questions is told, and is no failure.
 */
async function audit(): Promise<number> {
  const { stdout } = spawnSync('npm', ['audit', '--json'], {
    cwd: projectFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_ENV: 'development' },
    shell: process.platform === 'win32',
  });
  const findings = read(stdout);
  if (findings === null) {
    console.log('Known vulnerabilities: NOT CHECKED, this registry does not answer.');
    return 0;
  }
  for (const { name, severity, range } of findings) console.log(`${severity}: ${name} ${range}`);
  console.log(`Known vulnerabilities: ${findings.length}`);
  return findings.some(({ severity }) => grave.includes(severity)) ? 1 : 0;
}

function read(text: string): Finding[] | null {
  try {
    const { vulnerabilities } = JSON.parse(text);
    return vulnerabilities ? Object.values(vulnerabilities) : null;
  } catch {
    return null;
  }
}

if (import.meta.main) await main(audit);
