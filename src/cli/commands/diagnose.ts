import { arch, platform, release } from 'node:os';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import packageFile from '../../../package.json' with { type: 'json' };
import { credentialFor } from '../../keychain/keychain.ts';
import { loadPractice } from '../../record/practice.ts';
import { replaceFile } from '../../record/replace-file.ts';
import { readSenders } from '../../record/senders.ts';
import type { Services } from '../../services.ts';
import { createRedact } from '../../smtp/redact.ts';
import { type Cli, type CommandModule, open } from '../cli.ts';
import { networkFacts } from '../network-facts.ts';
import { answer, refuseProblem } from '../outcome.ts';
import { isUsable, probeStored, type Usable } from '../stored-sender.ts';

/** A report for the call centre: what is installed, what is stored, what the network says. */
export const diagnoseCommand: CommandModule = {
  name: 'diagnose',
  empty: { ok: false, file: null },
  declare: (command, t) => {
    command.requiredOption('--out <FILE.zip>', t('cli.options.out'));
  },
  run: async (cli, command) => {
    const { t, output } = cli;
    const file = resolve(command.opts<{ out: string }>().out);
    output.progress(t('cli.diagnose.running'));
    const services = await open(cli);
    const parts = new Map<string, unknown>([['about.json', about(cli)]]);
    if (services.ok) await describeRecord(cli, services.value, parts);
    else parts.set('profile.json', { problem: services.problem });
    const written = await replaceFile({ which: 'report', file }, await zipOf(parts));
    if (!written.ok) return refuseProblem(written.problem, t);
    output.say(t('cli.diagnose.done', { file }));
    return answer(0, { ok: true, file });
  },
};

function about({ io, language, parts }: Cli) {
  return {
    product: 'Mittente',
    version: packageFile.version,
    at: parts.now().toISOString(),
    runtime: io.versions,
    system: { platform: platform(), release: release(), arch: arch() },
    language,
  };
}

async function describeRecord(
  cli: Cli,
  services: Services,
  parts: Map<string, unknown>,
): Promise<void> {
  const { profile, campaign, keychain } = services;
  // The example practice's profile shows its passwords on screen; a report shows none.
  const { example, authorities, ...told } = profile;
  parts.set('profile.json', {
    ...told,
    example: example !== null,
    authorities: authorities.length,
  });
  const practice = await loadPractice(profile, campaign);
  parts.set('practice.json', practice.ok ? practice.value : { problem: practice.problem });
  const senders = await readSenders(profile.sendersFile);
  parts.set('senders.json', senders.ok ? senders.value : { problem: senders.problem });
  const keychainState = await keychain.check();
  parts.set('keychain.json', keychainState.ok ? { usable: true } : keychainState.problem);
  const usable = senders.ok ? (senders.value?.senders ?? []).filter(isUsable) : [];
  parts.set('network.json', await networkFacts(usable.map(({ smtp }) => smtp)));
  if (keychainState.ok) {
    for (const [index, sender] of usable.entries()) {
      parts.set(`check-${index + 1}.json`, await dialogue(cli, services, sender));
    }
  }
  await redactAll(services, usable, parts);
}

/** How the server answers this sender now, up to `rcpt-to`: the probe's own redacted dialogue. */
async function dialogue(cli: Cli, services: Services, sender: Usable) {
  const wish = { to: sender.address, message: null };
  const probed = await probeStored(cli, services, sender, wish);
  const { doctorId } = sender;
  return probed.ok ? { doctorId, ...probed.value } : { doctorId, error: probed.problem.error };
}

/** Whoever pasted a password into a name or an address finds it nowhere in the report. */
async function redactAll(
  { keychain }: Services,
  senders: readonly Usable[],
  parts: Map<string, unknown>,
): Promise<void> {
  for (const { smtp } of senders) {
    const password = await keychain.read(credentialFor(smtp.host, smtp.username));
    if (!password.ok || !password.value) continue;
    const redact = createRedact(password.value);
    for (const [name, part] of parts) parts.set(name, redact(toText(part)));
  }
}

const toText = (part: unknown): string =>
  typeof part === 'string' ? part : `${JSON.stringify(part, null, 2)}\n`;

function zipOf(parts: ReadonlyMap<string, unknown>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, part] of parts) zip.addBuffer(Buffer.from(toText(part), 'utf8'), name);
  zip.end();
  return buffer(zip.outputStream);
}
