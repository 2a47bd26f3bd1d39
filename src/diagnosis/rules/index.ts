import { authRules } from './auth.ts';
import { codeRules } from './codes.ts';
import { limitRules } from './limits.ts';
import { networkRules } from './network.ts';
import { recipientRules } from './recipient.ts';
import { reputationRules } from './reputation.ts';
import type { Rule } from './rule.ts';
import { senderRules } from './sender.ts';
import { serverRules } from './server.ts';
import { tlsRules } from './tls.ts';

/** From the specific to the general: the first rule that holds decides. */
export const rules: readonly Rule[] = [
  ...serverRules.filter((rule) => rule.id === 'scanner-cannot-reach-server'),
  ...tlsRules,
  ...networkRules,
  ...authRules,
  ...senderRules,
  ...limitRules,
  ...reputationRules,
  ...recipientRules,
  ...serverRules,
  ...codeRules,
];
