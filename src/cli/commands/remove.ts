import { credentialFor, type Keychain } from '../../keychain/keychain.ts';
import { noteChange } from '../../record/history.ts';
import { loadPractice, openSenders } from '../../record/practice.ts';
import { removeSender } from '../../record/save.ts';
import type { Sender } from '../../record/senders.ts';
import { isTidy } from '../../record/tidy.ts';
import type { Services } from '../../services.ts';
import { type Cli, type CommandModule, open } from '../cli.ts';
import { answer, type Outcome, refuse, refuseProblem } from '../outcome.ts';

export const remove: CommandModule = {
  name: 'remove',
  empty: { ok: false, removed: false },
  declare: (command, t) => {
    command.requiredOption('--doctor <ID>', t('cli.options.doctor'));
  },
  run: async (cli, command) => {
    const { t } = cli;
    const { doctor: id } = command.opts<{ doctor: string }>();
    const services = await open(cli);
    if (!services.ok) return refuseProblem(services.problem, t);
    const { profile, keychain } = services.value;
    const stored = await openSenders(profile, keychain);
    if (!stored.ok) return refuseProblem(stored.problem, t);
    const sender = stored.value?.senders.find(({ doctorId }) => doctorId === id);
    return sender ? forget(cli, services.value, sender) : refuseOrNothing(cli, services.value, id);
  },
};

async function forget(cli: Cli, services: Services, sender: Sender): Promise<Outcome> {
  const { t, output } = cli;
  const { profile, keychain } = services;
  const { doctorId: id } = sender;
  const hadPassword = await hasPassword(keychain, sender);
  const now = cli.parts.now();
  const removed = await noteChange(
    { sendersFile: profile.sendersFile, doctorId: id, change: 'removed', at: now },
    () => removeSender({ profile, keychain, doctorId: id, now }),
  );
  if (!removed.ok) return refuseProblem(removed.problem, t);
  output.say(t(hadPassword ? 'cli.remove.doneWithPassword' : 'cli.remove.done', { id }));
  return answer(0, { ok: true, removed: true });
}

async function hasPassword(keychain: Keychain, { smtp }: Sender): Promise<boolean> {
  if (!smtp) return false;
  const password = await keychain.read(credentialFor(smtp.host, smtp.username));
  return password.ok && password.value !== null;
}

async function refuseOrNothing(cli: Cli, services: Services, id: string): Promise<Outcome> {
  const { t, output } = cli;
  const { profile, campaign, keychain } = services;
  const practice = await loadPractice(profile, campaign);
  if (!practice.ok) return refuseProblem(practice.problem, t);
  if (!practice.value.doctors.some(({ doctor }) => doctor.id === id)) {
    return refuse(1, 'unknown-doctor', t('cli.error.unknownDoctor', { id }));
  }
  // An interrupted save may have left a password, of this doctor for all that is known.
  if (!(await isTidy(profile))) {
    const usable = await keychain.check();
    if (!usable.ok) return refuseProblem(usable.problem, t);
  }
  output.say(t('cli.remove.nothing', { id }));
  return answer(0, { ok: true, removed: false });
}
