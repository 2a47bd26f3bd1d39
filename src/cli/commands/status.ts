import { type DoctorEntry, loadPractice } from '../../record/practice.ts';
import { formatsFor } from '../../texts/formats.ts';
import { readDrafts } from '../../wizard/draft.ts';
import { initialContext } from '../../wizard/memory.ts';
import { doctorRow } from '../../wizard/parts.ts';
import type { DoctorRow } from '../../wizard/view.ts';
import { type Cli, type CommandModule, open } from '../cli.ts';
import { answer, refuseProblem } from '../outcome.ts';
import { sayTable } from '../report.ts';

export const status: CommandModule = {
  name: 'status',
  empty: { record: null, doctors: [] },
  declare: () => undefined,
  run: async (cli) => {
    const { t, output } = cli;
    const services = await open(cli);
    if (!services.ok) return refuseProblem(services.problem, t);
    const { profile, campaign, keychain } = services.value;
    const practice = await loadPractice(profile, campaign, keychain);
    if (!practice.ok) return refuseProblem(practice.problem, t);
    const { recordName, doctors } = practice.value;
    output.say(t('cli.status.record', { record: recordName }));
    const context = initialContext({ language: cli.language, drafts: readDrafts(null) });
    const rows = doctors.map((entry) => ({ entry, row: doctorRow(entry, context) }));
    sayDoctors(
      cli,
      rows.map(({ row }) => row),
    );
    return answer(0, {
      record: { name: recordName },
      doctors: rows.map(({ entry, row }) => doctorDocument(entry, row)),
    });
  },
};

/** A doctor as scripts read it; a sender that only the record knows has nothing but its address. */
export function doctorDocument({ sender }: DoctorEntry, row: DoctorRow) {
  const { id, name, contract, senderAddress, status, action, verifiedAt } = row;
  return {
    id,
    name,
    contract,
    status,
    sender:
      senderAddress === null
        ? null
        : {
            address: senderAddress,
            choice: sender?.choice ?? null,
            provider: sender?.provider ?? null,
            host: sender?.smtp?.host ?? null,
            verifiedAt,
          },
    action,
  };
}

function sayDoctors({ t, output, language }: Cli, rows: readonly DoctorRow[]): void {
  if (rows.length === 0) {
    output.say(t('cli.status.empty'));
    return;
  }
  const formats = formatsFor(language);
  const none = t('cli.status.none');
  sayTable(output, [
    [
      'ID',
      ...(['doctor', 'sender', 'state', 'proof', 'action'] as const).map((column) =>
        t(`cli.status.${column}`),
      ),
    ],
    ...rows.map(({ id, name, senderAddress, status, verifiedAt, action }) => [
      id,
      name,
      senderAddress ?? none,
      t(`common.status.${status}`),
      verifiedAt ? formats.shortDay(verifiedAt) : none,
      t(`common.action.${action}`),
    ]),
  ]);
}
