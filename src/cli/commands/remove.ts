import { noteChange } from '../../record/history.ts';
import { loadPractice } from '../../record/practice.ts';
import { removeSender } from '../../record/save.ts';
import { readSenders } from '../../record/senders.ts';
import { type CommandModule, open } from '../cli.ts';
import { answer, refuse, refuseProblem } from '../outcome.ts';

export const remove: CommandModule = {
  name: 'remove',
  empty: { ok: false, removed: false },
  declare: (command, t) => {
    command.requiredOption('--doctor <ID>', t('cli.options.doctor'));
  },
  run: async (cli, command) => {
    const { t, output } = cli;
    const { doctor: id } = command.opts<{ doctor: string }>();
    const services = await open(cli);
    if (!services.ok) return refuseProblem(services.problem, t);
    const { profile, campaign, keychain } = services.value;
    const stored = await readSenders(profile.sendersFile);
    if (!stored.ok) return refuseProblem(stored.problem, t);
    if (stored.value?.senders.some(({ doctorId }) => doctorId === id)) {
      const now = cli.parts.now();
      const { sendersFile } = profile;
      const removed = await noteChange(
        { sendersFile, doctorId: id, change: 'removed', at: now },
        () => removeSender({ profile, keychain, doctorId: id, now }),
      );
      if (!removed.ok) return refuseProblem(removed.problem, t);
      output.say(t('cli.remove.done', { id }));
      return answer(0, { ok: true, removed: true });
    }
    const practice = await loadPractice(profile, campaign);
    if (!practice.ok) return refuseProblem(practice.problem, t);
    if (!practice.value.doctors.some(({ doctor }) => doctor.id === id)) {
      return refuse(1, 'unknown-doctor', t('cli.error.unknownDoctor', { id }));
    }
    output.say(t('cli.remove.nothing', { id }));
    return answer(0, { ok: true, removed: false });
  },
};
