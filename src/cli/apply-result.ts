import type { Answer } from '../record/answers.ts';
import type { Services } from '../services.ts';
import type { DriveEnd } from '../wizard/many/run.ts';
import { whyMalformed, whyNot } from './addresses.ts';
import type { Cli } from './cli.ts';
import { type CliError, errorOf } from './outcome.ts';
import { diagnosisDocument, type Told, tellDiagnosis } from './report.ts';

/** How one of many doctors fared, for scripts and for people. */
export interface ApplyResult {
  readonly document: {
    readonly doctorId: string;
    readonly ok: boolean;
    readonly saved: boolean;
    /** Nothing was tried: an earlier run has saved it, or (`ok` is false) this one was stopped. */
    readonly skipped?: true;
    readonly diagnosis: ReturnType<typeof diagnosisDocument> | null;
    readonly error?: CliError;
  };
  readonly line: string;
}

const doctorOf = ({ name, id }: Answer) => `${name} (${id})`;

export function notTried({ t }: Cli, answered: Answer): ApplyResult {
  const message = t('cli.error.cancelled');
  return {
    document: {
      doctorId: answered.id,
      ok: false,
      saved: false,
      skipped: true,
      diagnosis: null,
      error: { code: 'cancelled', message },
    },
    line: t('cli.apply.notTried', { doctor: doctorOf(answered), why: message }),
  };
}

export function skipped({ t }: Cli, answered: Answer): ApplyResult {
  const { id: doctorId } = answered;
  return {
    document: { doctorId, ok: true, saved: true, skipped: true, diagnosis: null },
    line: t('cli.apply.skipped', { doctor: doctorOf(answered) }),
  };
}

export function describeEnd(
  cli: Cli,
  services: Services,
  answered: Answer,
  end: DriveEnd,
): ApplyResult {
  const { t } = cli;
  const { id, address } = answered;
  const doctor = doctorOf(answered);
  const failed = (error: CliError | null, told: Told | null): ApplyResult => ({
    document: {
      doctorId: id,
      ok: false,
      saved: false,
      diagnosis: told && diagnosisDocument(told),
      ...(error ? { error } : {}),
    },
    line: t('cli.apply.failed', {
      doctor,
      why: error?.message ?? [told?.advice.title, told?.advice.happened].join('. '),
    }),
  });
  switch (end.kind) {
    case 'saved':
    case 'requested':
    case 'proven':
      return {
        document: { doctorId: id, ok: true, saved: end.kind !== 'proven', diagnosis: null },
        line: t(`cli.apply.${lineFor(end.kind, answered)}`, { doctor }),
      };
    case 'failed': {
      const about = { provider: end.provider, address: address ?? null };
      return failed(null, tellDiagnosis(end.diagnosis, about, services, cli));
    }
    case 'refused':
      return failed(whyNot(end.discovery, t), null);
    case 'malformed': {
      const message = t('cli.usage.badAddress', {
        address: end.address,
        why: whyMalformed(end.why, t),
      });
      return failed({ code: 'address-malformed', message }, null);
    }
    case 'problem':
      return failed(errorOf(end.problem, t), null);
    case 'unknown-doctor':
      return failed({ code: end.kind, message: t('cli.error.unknownDoctor', { id }) }, null);
    case 'address-missing':
      return failed({ code: end.kind, message: t('cli.error.addressMissing') }, null);
    case 'stopped':
      return failed({ code: 'cancelled', message: t('cli.error.cancelled') }, null);
    case 'password-missing':
      return failed({ code: end.kind, message: t('cli.error.passwordMissing') }, null);
    case 'password-empty':
      return failed({ code: end.kind, message: t('cli.error.passwordEmpty') }, null);
    case 'password-line-break':
      return failed({ code: end.kind, message: t('cli.error.passwordLineBreak') }, null);
  }
}

/** Without an address Mail Plus is only to be asked for, and there is nothing to prove. */
function lineFor(kind: 'saved' | 'requested' | 'proven', { address }: Answer) {
  return kind === 'proven' && !address ? 'wouldRequest' : kind;
}
