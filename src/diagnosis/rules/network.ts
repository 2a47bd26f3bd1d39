import {
  CANNOT_CONNECT,
  DROPPED,
  REFUSED,
  TIMED_OUT,
  UNREACHABLE,
  UNRESOLVED,
} from './network-words.ts';
import type { Rule } from './rule.ts';
import { has, LOGIN_BACKEND, near } from './vocabulary.ts';

const NODE_DNS = 'https://nodejs.org/api/dns.html#error-codes';
const NODE_ERRORS = 'https://nodejs.org/api/errors.html#common-system-errors';
const WINSOCK =
  'https://learn.microsoft.com/en-us/windows/win32/winsock/windows-sockets-error-codes-2';
const OUTLOOK = 'https://support.microsoft.com/en-us/topic/813514';

/** Errors of the resolver and of the connection, before any server has said a word. */
export const networkRules: readonly Rule[] = [
  {
    id: 'other-port-answers',
    cause: 'port-blocked-or-timeout',
    when: { facts: ['other-port-reachable', 'timed-out'], onlyStages: ['tcp', 'greeting'] },
    stage: 'tcp',
    sample: { text: '', stage: 'tcp', facts: ['other-port-reachable', 'timed-out'] },
    source: NODE_ERRORS,
  },
  {
    id: 'port-said-blocked',
    cause: 'port-blocked-or-timeout',
    when: {
      text: [
        has(
          '\\bport[ao]? (?:25|465|587|2525) (?:is |e |ist |wird |est |esta )?(?:blocked|bloccat|blockiert|gesperrt|bloque|filtered|closed)',
          '(?:blocks|blocking|blocca|blockiert|sperrt|bloque|bloquea) (?:all |the |outgoing |outbound |la |den |le |el ){0,3}(?:smtp\\b|port[ao]? ?(?:25|465|587))',
          'firewall .{0,30}(?:block|blocc|blockier|sperrt|bloqu)',
        ),
      ],
    },
    stage: 'tcp',
    confidence: 'likely',
    alternatives: ['ip-blocklisted', 'smtp-redirected-by-network'],
    sample: { text: 'Outbound port 25 is blocked on this network' },
    source: 'RFC 5068',
  },
  {
    id: 'captive-portal',
    cause: 'no-network',
    when: {
      facts: ['captive-portal'],
      onlyStages: ['dns', 'tcp', 'greeting', 'ehlo', 'tls'],
    },
    confidence: 'likely',
    alternatives: ['smtp-redirected-by-network'],
    sample: { text: 'connect ETIMEDOUT', stage: 'tcp', facts: ['captive-portal'] },
    source: 'RFC 8952, section 2',
  },
  {
    id: 'internet-down',
    cause: 'no-network',
    when: { facts: ['internet-down'], stages: ['dns', 'tcp', 'greeting'] },
    stage: 'tcp',
    sample: {
      text: 'getaddrinfo ENOTFOUND smtp.example.com',
      stage: 'dns',
      facts: ['internet-down'],
    },
    source: NODE_ERRORS,
  },
  {
    id: 'dns-silent',
    cause: 'dns-temporary',
    when: {
      text: [
        has(
          'eai_again|query\\w{0,6} (?:etimeout|erefused|eserv|econnrefused)|servfail',
          '\\b11002\\b|errno -3\\b|temporary failure in name|temporary (?:dns|name|resolution)',
          'resolving timed out|host not found, try again|eai_fail',
          'dns (?:server|query|lookup|resolution).{0,40}(?:time|unavailab|not respond|fail|refus|error)',
          'dns ?timeout|temporarily unable to resolve|nameserver .{0,30}(?:not|un)|try_again',
          'name service .{0,30}temporar',
          'lookup .{0,80}(?:i/o timeout|server misbehaving|timed out)',
          near(
            'temporar|temporan|temporair|vorubergehend',
            'namensauflosung|risoluzione|resolution|\\bdns\\b',
          ).source,
          'dns[ -]server .{0,40}(?:antwortet|risponde|repond)|server dns .{0,30}non risponde',
          'serveur dns .{0,30}ne repond|non.?authoritative host not found|etimeout',
          'no dns servers?|edns\\b|host lookup did not complete|host ?name lookup failure|malformed .{0,20}name ?server',
        ),
      ],
      // Nodemailer's own code is EDNS for every failure of the resolver.
      not: [/enotfound|no such host|nxdomain/],
      codes: 'none',
    },
    stage: 'dns',
    alternatives: ['no-network', 'dns-not-found'],
    sample: { text: 'queryA ETIMEOUT smtp.example.com', stage: 'dns' },
    source: NODE_DNS,
  },
  {
    id: 'dns-not-found',
    cause: 'dns-not-found',
    when: {
      text: [UNRESOLVED],
      not: [
        near(has('sender|recipient|helo|ehlo|mittente|absender').source, 'domain|host', 40),
        TIMED_OUT,
        UNREACHABLE,
      ],
      codes: 'none',
      stages: ['dns', 'tcp', 'greeting'],
    },
    stage: 'dns',
    alternatives: ['no-network', 'dns-temporary'],
    sample: { text: 'getaddrinfo ENOTFOUND smtp.exmaple.com', stage: 'dns' },
    source: NODE_DNS,
  },
  {
    id: 'timeout-in-mode-mismatch',
    cause: 'tls-wrong-mode',
    when: {
      text: [has(TIMED_OUT.source, DROPPED.source, CANNOT_CONNECT.source)],
      facts: ['mode-mismatch'],
    },
    stage: 'tls',
    alternatives: ['port-blocked-or-timeout'],
    sample: { text: 'Greeting never received', facts: ['mode-mismatch'] },
    source: 'RFC 8314, section 3',
  },
  {
    id: 'drop-in-wrong-mode',
    cause: 'tls-wrong-mode',
    when: {
      text: [
        has(
          DROPPED.source,
          CANNOT_CONNECT.source,
          'greeting never|handshake|invalid response|code: -1',
        ),
      ],
      not: [has('econnrefused|connection refused|enotfound|etimedout|10060|10061')],
      facts: ['implicit-on-starttls-port'],
    },
    stage: 'tls',
    confidence: 'likely',
    alternatives: ['port-blocked-or-timeout', 'connection-dropped'],
    sample: {
      text: 'An existing connection was forcibly closed by the remote host',
      config: 'port 587, implicit TLS',
    },
    source: 'RFC 8314, section 3.3',
  },
  {
    id: 'silence-in-wrong-mode',
    cause: 'tls-wrong-mode',
    when: {
      text: [
        has(
          TIMED_OUT.source,
          DROPPED.source,
          'invalid response|invalid greeting|code: -1',
          CANNOT_CONNECT.source,
        ),
      ],
      not: [has('econnrefused|connection refused|enotfound|10061|10060|connect etimedout')],
      facts: ['starttls-on-implicit-port'],
    },
    stage: 'greeting',
    confidence: 'likely',
    alternatives: ['port-blocked-or-timeout', 'connection-dropped'],
    sample: { text: 'Greeting never received', config: 'port 465, STARTTLS' },
    source: 'RFC 8314, section 3.3',
  },
  {
    id: 'timeout',
    cause: 'port-blocked-or-timeout',
    when: { text: [TIMED_OUT], codes: 'none', stages: ['dns', 'tcp', 'greeting', 'ehlo', 'tls'] },
    stage: 'tcp',
    alternatives: ['no-network', 'tls-wrong-mode'],
    sample: { text: 'connect ETIMEDOUT 192.0.2.1:587', stage: 'tcp' },
    source: NODE_ERRORS,
  },
  {
    id: 'timeout-seen',
    cause: 'port-blocked-or-timeout',
    when: { facts: ['timed-out'], codes: 'none', onlyStages: ['tcp', 'greeting', 'ehlo', 'tls'] },
    alternatives: ['tls-wrong-mode', 'no-network'],
    sample: { text: '', stage: 'tcp', facts: ['timed-out'] },
    source: 'RFC 5321, section 4.5.3.2',
  },
  {
    id: 'refused',
    cause: 'connection-refused',
    when: { text: [REFUSED], codes: 'none' },
    stage: 'tcp',
    alternatives: ['port-blocked-or-timeout'],
    sample: { text: 'connect ECONNREFUSED 192.0.2.1:465', stage: 'tcp' },
    source: WINSOCK,
  },
  {
    id: 'no-route-to-host',
    cause: 'port-blocked-or-timeout',
    when: {
      text: [
        has(
          'no route to host|ehostunreach|ehostdown|\\b10065\\b|\\b10064\\b',
          'host (?:is )?(?:unreachable|down)|unreachable host|host non raggiungibile',
          'keine route|aucun(?:e)? (?:itineraire|route)|nessun(?:a)? (?:route|instradamento)',
          'eacces|10013|administratively prohibited|eperm|access a socket|accesso al socket',
          'zugriff auf einen socket',
        ),
      ],
      codes: 'none',
    },
    stage: 'tcp',
    confidence: 'likely',
    alternatives: ['no-network'],
    sample: { text: 'connect: No route to host', stage: 'tcp' },
    source: NODE_ERRORS,
  },
  {
    id: 'unreachable',
    cause: 'no-network',
    when: { text: [UNREACHABLE], codes: 'none' },
    stage: 'tcp',
    alternatives: ['port-blocked-or-timeout'],
    sample: { text: 'connect ENETUNREACH 192.0.2.1:587', stage: 'tcp' },
    source: WINSOCK,
  },
  {
    id: 'dropped',
    cause: 'connection-dropped',
    // A program that hangs up after a refused login says both.
    when: {
      text: [DROPPED],
      not: [/\bauth(?:entication)? failed(?! because)/, LOGIN_BACKEND],
      codes: 'none',
    },
    stage: 'greeting',
    alternatives: ['tls-wrong-mode', 'server-temporary-failure', 'port-blocked-or-timeout'],
    sample: { text: 'read ECONNRESET' },
    source: NODE_ERRORS,
  },
  {
    id: 'timeout-in-session',
    cause: 'connection-dropped',
    when: {
      text: [TIMED_OUT],
      not: [LOGIN_BACKEND],
      codes: 'none',
      stages: ['auth', 'mail-from', 'rcpt-to', 'data'],
    },
    confidence: 'likely',
    stage: 'data',
    alternatives: ['server-temporary-failure', 'port-blocked-or-timeout'],
    sample: { text: 'Timeout waiting for a reply', stage: 'data' },
    source: 'RFC 5321, section 4.5.3.2',
  },
  {
    id: 'timeout-in-session-seen',
    cause: 'connection-dropped',
    when: {
      facts: ['timed-out'],
      codes: 'none',
      onlyStages: ['auth', 'mail-from', 'rcpt-to', 'data'],
    },
    confidence: 'likely',
    alternatives: ['server-temporary-failure'],
    sample: { text: '', stage: 'data', facts: ['timed-out'] },
    source: 'RFC 5321, section 4.5.3.2',
  },
  {
    id: 'cannot-connect',
    cause: 'port-blocked-or-timeout',
    when: {
      text: [CANNOT_CONNECT],
      not: [/authenti[fc]|saslauthd|autentic/],
      codes: 'none',
      stages: ['dns', 'tcp', 'greeting', 'ehlo', 'tls'],
    },
    stage: 'tcp',
    confidence: 'likely',
    alternatives: ['dns-not-found', 'connection-refused', 'tls-wrong-mode', 'no-network'],
    sample: { text: 'SMTP connect() failed', stage: 'tcp' },
    source: OUTLOOK,
  },
];
