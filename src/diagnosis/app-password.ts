import type { Secret } from '../secret.ts';

/** Google, Yahoo and Apple: four groups of four lower-case letters, however they are parted. */
const FOUR_GROUPS = /^[a-z]{4}([ \u00a0-]?)[a-z]{4}\1[a-z]{4}\1[a-z]{4}$/;

/**
 * Whether what was typed has the form of an app password
 * (https://support.google.com/accounts/answer/185833). A refusal then has another reason.
 */
export function looksLikeAppPassword(password: Secret): boolean {
  return FOUR_GROUPS.test(password.reveal().trim());
}
