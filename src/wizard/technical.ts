import { chosenFinding, currentEntry, type WizardContext } from './context.ts';

/**
 * What a technician needs to know of the current state, one line each, in English and without
 * secrets: who, which mailbox, which server, what failed, and the dialogue with the server.
 */
export function technicalDetails(context: WizardContext): string[] {
  const entry = currentEntry(context);
  const finding = chosenFinding(context);
  const { diagnosis, probeResult, draft, loaded, problem } = context;
  const evidence = diagnosis?.evidence;
  return [
    loaded && `record: ${loaded.practice.recordName}`,
    entry && `doctor: ${entry.doctor.id} (${entry.status})`,
    draft.address && `address: ${draft.address}`,
    finding &&
      `server: ${finding.host}:${finding.port} ${finding.security}, username ${finding.username}, source ${finding.source}`,
    diagnosis &&
      `cause: ${diagnosis.cause} at ${diagnosis.stage} (${diagnosis.confidence}), fixable by ${diagnosis.fixableBy}`,
    diagnosis?.alternatives.length && `it may also be: ${diagnosis.alternatives.join(', ')}`,
    evidence?.reply &&
      `reply: ${[evidence.reply.code, evidence.reply.enhanced, evidence.reply.text].filter(Boolean).join(' ')}`,
    evidence?.error && `error: ${evidence.error.code ?? ''} ${evidence.error.message}`.trim(),
    evidence?.tls?.verification && `certificate: ${evidence.tls.verification}`,
    ...(evidence?.tls?.chain ?? []).map(
      ({ subject, issuer, validTo }) => `  ${subject}, issued by ${issuer}, until ${validTo}`,
    ),
    context.repair?.error && `reported: ${context.repair.error}`,
    problem && `problem: ${problem.code}, ${problem.detail}`,
    context.failedAt && `failed at: ${context.failedAt}`,
    ...(probeResult?.stages ?? []).map(
      ({ stage, ok, ms, detail }) => `${ok ? 'ok  ' : 'FAIL'} ${stage} ${ms} ms ${detail}`,
    ),
    ...(probeResult?.transcript ?? []),
  ].filter((line): line is string => Boolean(line));
}
