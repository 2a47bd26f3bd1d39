import type { Provider } from '../providers/catalogue.ts';
import type { Certificate, Evidence, Stage } from '../smtp/evidence.ts';
import {
  enhancedCode,
  fold,
  refusals,
  replyCode,
  retryAfter,
  withoutLibraryWords,
  withoutRepeatedCode,
  withoutSetup,
  withoutSpeaker,
  withoutSpelledCode,
} from './fold.ts';
import { belongsTo, type KnownProvider, knownProvider } from './hints.ts';
import { interceptor } from './interceptors.ts';
import { readable, withoutLogFrame } from './log-lines.ts';
import { askedHost, foreignCertificate, foreignGreeting, strangeGreeting } from './server-names.ts';
import type { Fact, Signals } from './signals.ts';
import { plausibleStages } from './stages.ts';

/** What is known besides the evidence itself. */
export interface DiagnosisContext {
  readonly provider: Provider | null;
  /** Whether what was typed has an app password's form (such as 16 letters); null: unknown. */
  readonly passwordLooksLikeAppPassword?: boolean | null;
}

/** One error line of any mail program; `config`: free words on what was set. */
export interface ErrorLine {
  readonly text: string;
  readonly stage?: Stage;
  readonly host?: string;
  /** The provider's id or name. */
  readonly provider?: string;
  readonly config?: string;
}

const IMPLICIT =
  /smtps\b|ssl:\/\/|implicit|wrapper|secure ?[:=] ?true|secureconnection ?[:=] ?true|ssl ?[:=]? ?(?:yes|true|on)\b|ssl on connect|sslonconnect|encryption_smtps|smtp_ssl|use_?ssl ?[:=]? ?(?:1|true)|connectiontype tls|\b587, true|with ssl|ssl\/tls|\bssl\b(?! ?(?:no|off|false))/;
const STARTTLS =
  /starttls|enablessl|secure ?[:=] ?false|encryption_starttls|usestarttls|without ssl:\/\/|requiretls/;
const NO_ENCRYPTION =
  /no (?:tls|ssl|encryption)|tls ?[:=]? ?(?:false|off|no)\b|unencrypted|plain ?text|ohne (?:tls|ssl|verschlusselung)|senza (?:tls|ssl|cifratura|crittografia)|sans (?:tls|ssl|chiffrement)|ssl\): no|ssl ?[:=]? ?(?:no|off|false|none)\b/;
const IMPLICIT_PORT = /(?:^|\D)465(?!\d)/;
const STARTTLS_PORT = /(?:^|\D)(?:25|587|2525)(?![\d.])/;

/** Encryption of the wrong kind for the usual ports (RFC 8314, section 3.3), from free words. */
function modeFacts(config: string): Fact[] {
  const starttls = STARTTLS.test(config);
  const none = NO_ENCRYPTION.test(config);
  const implicit = !starttls && !none && IMPLICIT.test(config);
  const facts: Fact[] = [];
  if (implicit && STARTTLS_PORT.test(config) && !IMPLICIT_PORT.test(config)) {
    facts.push('implicit-on-starttls-port');
  }
  if ((starttls || none) && IMPLICIT_PORT.test(config) && !STARTTLS_PORT.test(config)) {
    facts.push('starttls-on-implicit-port');
  }
  return facts;
}

const HOST = /\b((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})\b/g;

/** An error line, with what was said about it, to signals. */
export function reduceLine(line: ErrorLine, context: DiagnosisContext): Signals {
  const whole = fold(line.text);
  const refused = withoutSpelledCode(fold(refusals(line.text)));
  const logged = readable(withoutSetup(withoutSpeaker(refused)));
  const said = withoutRepeatedCode(withoutLogFrame(logged));
  const text = withoutLibraryWords(said);
  const config = fold(`${line.config ?? ''} ${line.host ?? ''}`);
  const name = fold(line.provider ?? '');
  const all = `${whole} ${config}`;
  const hosts = [...all.matchAll(HOST)].map((match) => match[1] ?? '');
  const known = knownProvider(context.provider, name, line.host ? [fold(line.host)] : hosts);
  const code = replyCode(said);
  const facts = new Set<Fact>([...known.facts, ...modeFacts(all)]);
  if (known.famous) facts.add('provider-public');
  const product = interceptor(all);
  if (
    product &&
    /cert(?:if|_)|\b[is]: ?\/?(?:c|o|ou|cn) ?=|\b(?:root|personal|proxy|filter) ca\b|\bcn ?=|issue[rd]|aussteller|ausgestellt|emittente|emess|emis |zertif|mitm|proxy|shield|intercept|\btls\b|\bssl/.test(
      all,
    )
  ) {
    facts.add('cert-intercepted');
  }
  if (/xoauth|oauth ?2|oauthbearer/.test(`${config} ${name}`)) facts.add('oauth-used');
  const host = known.famous && line.host ? fold(line.host) : null;
  const asked = askedHost(config) ?? askedHost(whole) ?? host;
  if (foreignGreeting(all, known, asked) || foreignCertificate(whole)) facts.add('foreign-server');
  if (context.passwordLooksLikeAppPassword) facts.add('password-like-app-password');
  return {
    stage: line.stage ?? null,
    plausible: plausibleStages(logged, code, line.stage ?? null),
    text,
    config,
    code,
    enhanced: enhancedCode(text, code),
    facts,
    provider: known.id,
    product,
    retryAfter: retryAfter(text),
  };
}

function certificateFacts(
  chain: readonly Certificate[],
  verification: string,
  known: KnownProvider,
): Fact[] {
  const facts: Fact[] = [];
  const authorities = fold(chain.map((one) => `${one.issuer} ${one.subject}`).join(' '));
  const names = (chain[0]?.names ?? []).map((name) => name.toLowerCase().replace(/^\*\./, ''));
  const own = names.some((name) => belongsTo(known.servers, name));
  if (interceptor(authorities)) facts.push('cert-intercepted');
  const expired = /EXPIRED|NOT_YET_VALID/.test(verification);
  if (!expired && verification !== 'ERR_TLS_CERT_ALTNAME_INVALID') facts.push('cert-untrusted');
  if (own && known.famous) facts.push('provider-certificate');
  if (!own && known.servers.length > 0 && names.length > 0 && !expired) {
    facts.push('foreign-server');
  }
  return facts;
}

function capabilityFacts(evidence: Evidence): Fact[] {
  const { capabilities, stage, server } = evidence;
  if (!capabilities) return [];
  if (stage === 'tls' && server.security === 'starttls' && !capabilities.includes('STARTTLS')) {
    return ['no-starttls-offered'];
  }
  if (stage !== 'auth' || evidence.reply) return [];
  const offered = capabilities
    .filter((line) => /^AUTH[ =]/.test(line))
    .flatMap((line) => line.slice(5).split(/\s+/))
    .filter(Boolean);
  if (offered.length === 0) return ['no-auth-offered'];
  if (offered.some((mechanism) => /^(?:PLAIN|LOGIN|CRAM-MD5)$/.test(mechanism))) return [];
  const onlyTokens = offered.every((mechanism) => /^(?:XOAUTH2?|OAUTHBEARER)$/.test(mechanism));
  return [onlyTokens ? 'only-oauth-offered' : 'no-password-mechanism'];
}

function observedFacts(evidence: Evidence): Fact[] {
  return evidence.observations.flatMap((seen): Fact[] => {
    switch (seen.kind) {
      case 'other-port':
        return seen.reachable ? ['other-port-reachable'] : [];
      case 'internet':
        return seen.reachable ? [] : ['internet-down'];
      case 'captive-portal':
        return ['captive-portal'];
      case 'ipv6-only-failure':
        return [];
      case 'security-mismatch':
        return [seen.speaks === 'other' ? 'speaks-other' : 'mode-mismatch'];
      default:
        return seen satisfies never;
    }
  });
}

/** What a failed stage left behind, to signals. */
export function reduceEvidence(evidence: Evidence, context: DiagnosisContext): Signals {
  const { server, reply, error, tls } = evidence;
  const known = knownProvider(context.provider, '', [server.host.toLowerCase()]);
  const verification = tls?.verification ?? null;
  const facts = new Set<Fact>([
    ...known.facts,
    ...observedFacts(evidence),
    ...capabilityFacts(evidence),
    ...modeFacts(`${server.port} ${server.security === 'tls' ? 'implicit' : 'starttls'}`),
  ]);
  if (known.famous) facts.add('provider-public');
  if (evidence.timedOut) facts.add('timed-out');
  if (context.passwordLooksLikeAppPassword) facts.add('password-like-app-password');
  if (verification !== null) {
    for (const fact of certificateFacts(tls?.chain ?? [], verification, known)) facts.add(fact);
  }
  const verified = tls !== null && verification === null;
  if (!verified && evidence.greeting && strangeGreeting(fold(evidence.greeting), known)) {
    facts.add('foreign-server');
  }
  const said = reply ? `${reply.code} ${reply.enhanced ?? ''} ${reply.text}` : '';
  const text = fold(
    `${said} ${reply ? '' : `${error?.code ?? ''} ${error?.message ?? ''}`} ${verification ?? ''}`,
  );
  const chain = (tls?.chain ?? []).map((one) => `${one.issuer} ${one.subject}`).join(' ');
  return {
    stage: evidence.stage,
    plausible: [evidence.stage],
    text,
    config: fold(`${server.host} port ${server.port} ${server.security}`),
    code: reply?.code ?? null,
    enhanced: reply?.enhanced ?? (reply ? enhancedCode(text, reply.code) : null),
    facts,
    provider: context.provider?.id ?? known.id,
    product: interceptor(fold(chain)),
    retryAfter: reply ? retryAfter(text) : null,
  };
}
