import type { Name } from '../../servers/dns.ts';

const LOOPBACK: Name = { a: ['127.0.0.1'] };

/** The names of a small internet: practices, providers, and what can be wrong with them. */
export const zone: Record<string, Name> = {
  // A practice with its own mail server, found by guessing alone.
  'acme.test': { a: ['127.0.0.1'], mx: [[10, 'mx.acme.test']], ns: ['ns.acme.test'] },
  'mx.acme.test': LOOPBACK,
  'mail.acme.test': LOOPBACK,
  'smtp.acme.test': LOOPBACK,
  // Custom domains at providers.
  'google.test': { mx: [[1, 'smtp.google.com']] },
  'office.test': { mx: [[0, 'office-test.mail.protection.outlook.com']] },
  'hotmail.test': { mx: [[2, 'hotmail-test.olc.protection.outlook.com']] },
  'aruba-range.test': { mx: [[10, 'mx.aruba-range.test']] },
  'mx.aruba-range.test': { a: ['62.149.128.72'] },
  'aruba-ns.test': { mx: [[10, 'mx.aruba-ns.test']], ns: ['dns.technorail.com'] },
  'mx.aruba-ns.test': LOOPBACK,
  'elsewhere.test': { mx: [[10, 'mx.other.test']], ns: ['dns.technorail.com'] },
  'mx.other.test': LOOPBACK,
  'siteground.test': { mx: [[10, 'mx10.antispam.mailspamprotection.com']] },
  'certified.test': { mx: [[10, 'mx.pec.aruba.it']] },
  // Domains that say what they do not have.
  'nullmx.test': { mx: [[0, '']], a: ['127.0.0.1'] },
  'nosubmission.test': { mx: [[10, 'mx.other.test']] },
  '_submission._tcp.nosubmission.test': { srv: [[0, 0, 0, '']] },
  // Service records.
  'srv.test': { mx: [[10, 'mx.other.test']] },
  '_submissions._tcp.srv.test': {
    srv: [
      [20, 0, 465, 'second.srv.test'],
      [10, 5, 465, 'light.srv.test'],
      [10, 50, 465, 'first.srv.test'],
    ],
  },
  '_submission._tcp.srv.test': { srv: [[0, 0, 587, 'submission.hoster.test']] },
  // Faults of name servers.
  'servfail.test': { fault: 'servfail' },
  'silent.test': { fault: 'silent' },
  'garbage.test': { fault: 'garbage' },
  'truncated.test': { fault: 'truncated', mx: [[1, 'smtp.google.com']] },
  'slow.test': { delayMs: 300, mx: [[1, 'smtp.google.com']] },
  'lying.test': {
    mx: [
      [1, 'localhost'],
      [2, 'a_b.-.test'],
    ],
  },
  '_submissions._tcp.lying.test': {
    srv: [
      [0, 0, 465, 'localhost'],
      [0, 0, 0, 'mail.lying.test'],
      [0, 0, 465, '127.0.0.1'],
    ],
  },
  // Settings documents.
  'auto.test': LOOPBACK,
  'autoconfig.auto.test': LOOPBACK,
  'wellknown.test': LOOPBACK,
  'wronghost.test': LOOPBACK,
  'autoconfig.wronghost.test': LOOPBACK,
  'downgrade.test': LOOPBACK,
  'moved.test': LOOPBACK,
  'huge.test': LOOPBACK,
  'laughs.test': LOOPBACK,
  'latin.test': LOOPBACK,
  'plain.test': LOOPBACK,
  'oauth.test': LOOPBACK,
  'hanging.test': LOOPBACK,
  'pechost.test': LOOPBACK,
  'ispdb.test': LOOPBACK,
  'autoconfig.thunderbird.net': LOOPBACK,
};

interface ServerWords {
  readonly host: string;
  readonly port?: number;
  readonly socket?: string;
  readonly login?: string;
  readonly username?: string;
}

const document = (...servers: readonly ServerWords[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1"><emailProvider id="example">
  <incomingServer type="imap"><hostname>imap.example.test</hostname><port>993</port>
    <socketType>SSL</socketType></incomingServer>
  ${servers
    .map(
      ({ host, port = 465, socket = 'SSL', login = 'password-cleartext', username }) =>
        `<outgoingServer type="smtp"><hostname>${host}</hostname><port>${port}</port>
        <socketType>${socket}</socketType><authentication>${login}</authentication>
        <username>${username ?? '%EMAILADDRESS%'}</username></outgoingServer>`,
    )
    .join('\n')}
</emailProvider></clientConfig>`;

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level || ''};`.repeat(10)}">`,
).join('')}]>${document({ host: '&lol9;.example.test' }).replace(/^<\?xml.*?\?>/, '')}`;

const WELL_KNOWN = '/.well-known/autoconfig/mail/config-v1.1.xml';

/** The settings documents of that internet, by host and path. */
export const pages = {
  'autoconfig.auto.test/mail/config-v1.1.xml': {
    body: document(
      { host: 'Smtp.Auto.Test', username: '%EMAILLOCALPART%' },
      { host: 'smtp.auto.test', port: 587, socket: 'STARTTLS' },
      { host: 'smtp.auto.test', port: 25, socket: 'plain' },
    ),
  },
  [`auto.test${WELL_KNOWN}`]: { body: document({ host: 'not-this-one.auto.test' }) },
  [`wellknown.test${WELL_KNOWN}`]: { body: document({ host: 'smtp.wellknown.test' }) },
  'autoconfig.wronghost.test/mail/config-v1.1.xml': {
    body: document({ host: 'smtp.wronghost.test' }),
  },
  [`downgrade.test${WELL_KNOWN}`]: {
    status: 302,
    headers: { location: 'http://downgrade.test/config.xml' },
  },
  [`moved.test${WELL_KNOWN}`]: {
    status: 301,
    headers: { location: `https://wellknown.test${WELL_KNOWN}` },
  },
  [`huge.test${WELL_KNOWN}`]: {
    body: document({ host: 'smtp.huge.test' }) + ' '.repeat(10 * 1024 * 1024),
  },
  [`laughs.test${WELL_KNOWN}`]: { body: LAUGHS },
  [`latin.test${WELL_KNOWN}`]: {
    body: Buffer.from(
      document({ host: 'smtp.latin.test', username: 'città-%EMAILLOCALPART%' }).replace(
        'UTF-8',
        'ISO-8859-1',
      ),
      'latin1',
    ),
  },
  [`plain.test${WELL_KNOWN}`]: {
    body: document({ host: 'smtp.plain.test', port: 25, socket: 'plain' }),
  },
  [`oauth.test${WELL_KNOWN}`]: { body: document({ host: 'smtp.oauth.test', login: 'OAuth2' }) },
  [`hanging.test${WELL_KNOWN}`]: { silent: true },
  [`pechost.test${WELL_KNOWN}`]: { body: document({ host: 'smtps.pec.example.test' }) },
  'autoconfig.thunderbird.net/v1.1/ispdb.test': { body: document({ host: 'smtp.ispdb.test' }) },
};
