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

/** Words that mean one thing wherever they stand, and would mislead the broader rules. */
const UNMISTAKABLE = [
  'scanner-cannot-reach-server',
  'recipient-restricts',
  'name-refused',
  'domain-policy',
  'sending-policy',
];

const all: readonly Rule[] = [
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

const isUnmistakable = (rule: Rule): boolean => UNMISTAKABLE.includes(rule.id);

/** From the specific to the general: the first rule that holds decides. */
export const rules: readonly Rule[] = [
  ...all.filter(isUnmistakable),
  ...all.filter((rule) => !isUnmistakable(rule)),
];
