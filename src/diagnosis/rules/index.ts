import { accessRules } from './access.ts';
import { accountRules } from './account.ts';
import { certificateRules } from './certificates.ts';
import { codeRules } from './codes.ts';
import { encryptionRules } from './encryption.ts';
import { limitRules } from './limits.ts';
import { loginRules } from './login.ts';
import { networkRules } from './network.ts';
import { oauthRules } from './oauth.ts';
import { passwordRules } from './password.ts';
import { recipientRules } from './recipient.ts';
import { reputationRules } from './reputation.ts';
import type { Rule } from './rule.ts';
import { senderRules } from './sender.ts';
import { serverRules } from './server.ts';

/** Words that mean one thing wherever they stand, and would mislead the broader rules. */
const UNMISTAKABLE = [
  'captive-portal',
  'port-said-blocked',
  'sender-shut-out',
  'delivery-expired',
  'own-machinery',
  'scanner-cannot-reach-server',
  'recipient-restricts',
  'name-refused',
  'domain-name-refused',
  'domain-policy',
  'listed-link',
  'listed',
  'sending-policy',
  'sender-unlike-login',
];

const all: readonly Rule[] = [
  ...certificateRules,
  ...encryptionRules,
  ...networkRules,
  ...oauthRules,
  ...accessRules,
  ...accountRules,
  ...loginRules,
  ...passwordRules,
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
