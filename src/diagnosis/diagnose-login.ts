import type { Provider } from '../providers/catalogue.ts';
import type { Secret } from '../secret.ts';
import type { Evidence } from '../smtp/evidence.ts';
import { looksLikeAppPassword } from './app-password.ts';
import type { Diagnosis } from './diagnosis.ts';

/** The diagnosis of a failed login, whose password says something too. Never rejects. */
export async function diagnoseLogin(
  evidence: Evidence,
  provider: Provider | null,
  password: Secret,
): Promise<Diagnosis> {
  // Only what failed needs the rules.
  const { diagnose } = await import('./diagnose.ts');
  return diagnose(evidence, {
    provider,
    passwordLooksLikeAppPassword: looksLikeAppPassword(password),
  });
}
