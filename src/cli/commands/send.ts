import { readSenders } from '../../record/senders.ts';
import { tidyUp } from '../../record/tidy.ts';
import { readAddress } from '../addresses.ts';
import { type CommandModule, open } from '../cli.ts';
import { answer, refuseProblem } from '../outcome.ts';
import { diagnosisDocument, sayDiagnosis, sayStage, tell } from '../report.ts';
import { aboutSender, isUsable, probeStored, refuseWithoutSender } from '../stored-sender.ts';

/** Sends as the record would: the senders file says from where, the keychain gives the password. */
export const sendCommand: CommandModule = {
  name: 'send',
  empty: { ok: false, messageId: null, diagnosis: null },
  declare: (command, t) => {
    command
      .requiredOption('--doctor <ID>', t('cli.options.doctor'))
      .requiredOption('--to <B>', t('cli.options.sendTo'));
  },
  run: async (cli, command) => {
    const { t, output } = cli;
    const { doctor: id, to: recipient } = command.opts<{ doctor: string; to: string }>();
    const to = readAddress(recipient, t);
    if (!to.ok) return to.problem;
    const services = await open(cli);
    if (!services.ok) return refuseProblem(services.problem, t);
    const { profile, keychain } = services.value;
    await tidyUp(profile, keychain);
    const stored = await readSenders(profile.sendersFile);
    if (!stored.ok) return refuseProblem(stored.problem, t);
    const sender = stored.value?.senders.find(({ doctorId }) => doctorId === id);
    if (!sender || !isUsable(sender)) return refuseWithoutSender(cli, services.value, id);

    const words = { name: sender.displayName, address: sender.address };
    const message = { subject: t('cli.send.subject', words), text: t('cli.send.text', words) };
    const wish = { to: to.value.address, message };
    const probed = await probeStored(cli, services.value, sender, wish, {
      onStageEnd: (stage) => sayStage(output, t, stage),
    });
    if (!probed.ok) return probed.problem;
    const { failure, messageId } = probed.value;
    if (!failure) {
      output.say(t('cli.send.ok', { to: to.value.address, messageId }));
      return answer(0, { ok: true, messageId, diagnosis: null });
    }
    const told = await tell(failure, aboutSender(sender, services.value), services.value, cli);
    sayDiagnosis(output, t, told);
    return answer(1, { ok: false, messageId: null, diagnosis: diagnosisDocument(told) });
  },
};
