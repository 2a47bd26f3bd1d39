import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettingsDocument } from '../../../src/discovery/document.ts';
import { expandUsername } from '../../../src/discovery/username.ts';

const DOMAIN = 'studio.example';

const bytes = (text: string) => new TextEncoder().encode(text);

const server = (fields: Readonly<Record<string, string>>, type = 'smtp') =>
  `<outgoingServer type="${type}">${Object.entries({
    hostname: 'smtp.studio.example',
    port: '465',
    socketType: 'SSL',
    authentication: 'password-cleartext',
    username: '%EMAILADDRESS%',
    ...fields,
  })
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</outgoingServer>`;

const read = (...servers: readonly string[]) =>
  readSettingsDocument(
    bytes(
      `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="x">${servers.join('')}</emailProvider></clientConfig>`,
    ),
    DOMAIN,
  );

describe('a settings document', () => {
  it('gives its sending servers in its own order', () => {
    expect(
      read(
        server({}),
        server({ port: '587', socketType: 'STARTTLS', hostname: ' Mail.Example.COM ' }),
      ),
    ).toEqual({
      oauthOnly: false,
      servers: [
        { host: 'smtp.studio.example', port: 465, security: 'tls', username: '%EMAILADDRESS%' },
        { host: 'mail.example.com', port: 587, security: 'starttls', username: '%EMAILADDRESS%' },
      ],
    });
  });

  it.each([
    ['no encryption', { socketType: 'plain' }],
    ['an unknown encryption', { socketType: 'toString' }],
    ['a port that is none', { port: '0' }],
    ['a port in words', { port: 'secure' }],
    ['a host without a dot', { hostname: 'localhost' }],
    ['an address for a host', { hostname: '192.0.2.1' }],
    ['a host with a path', { hostname: 'smtp.example/.com' }],
    ['a login by network address', { authentication: 'client-IP-address' }],
    ['no login', { authentication: 'none' }],
  ])('leaves out a server with %s', (_, fields) => {
    expect(read(server(fields))).toEqual({ servers: [], oauthOnly: false });
  });

  it('may name its host after the domain that was asked about', () => {
    const [found] = read(server({ hostname: 'smtp.%EMAILDOMAIN%' })).servers;
    expect(found?.host).toBe('smtp.studio.example');
    expect(read(server({ hostname: '%EMAILLOCALPART%.example.com' })).servers).toEqual([]);
  });

  it('leaves out servers that are not for sending', () => {
    expect(read(server({}, 'exchange')).servers).toEqual([]);
  });

  it('prefers a password where OAuth2 is offered too', () => {
    const both = server({}).replace(
      '<authentication>',
      '<authentication>OAuth2</authentication><authentication>',
    );
    expect(read(both)).toMatchObject({ oauthOnly: false, servers: [{ port: 465 }] });
  });

  it('notes when there is OAuth2 alone', () => {
    expect(read(server({ authentication: 'OAuth2' }))).toEqual({ servers: [], oauthOnly: true });
  });

  it('expands no entity, its own or another’s', () => {
    expect(read(server({ hostname: 'smtp.&lt;x.example' })).servers).toEqual([]);
    const declared = `<!DOCTYPE x [<!ENTITY host "smtp.studio.example">]>`;
    const document = `${declared}<clientConfig><emailProvider>${server({})}</emailProvider></clientConfig>`;
    expect(readSettingsDocument(bytes(document), DOMAIN).servers).toEqual([]);
  });

  it('is refused when it is too deep or too large', () => {
    const deep = '<a>'.repeat(5000) + '</a>'.repeat(5000);
    expect(read(deep, server({})).servers).toEqual([]);
    expect(read(server({}), ' '.repeat(300_000)).servers).toEqual([]);
  });

  it('is read in UTF-16 and Latin-1 when it says so', () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?><clientConfig><emailProvider>${server({ username: 'città' })}</emailProvider></clientConfig>`;
    expect(readSettingsDocument(Buffer.from(text, 'latin1'), DOMAIN).servers[0]?.username).toBe(
      'città',
    );
    const unknown = text.replace('ISO-8859-1', 'no-such-code');
    expect(readSettingsDocument(bytes(unknown), DOMAIN).servers[0]?.username).toBe('città');
  });

  it('may be any bytes: it gives servers or nothing', () => {
    const piece = fc.constantFrom(
      '<clientConfig>',
      '<emailProvider>',
      '<outgoingServer type="smtp">',
      '</outgoingServer>',
      '<hostname>smtp.studio.example</hostname>',
      '<port>465</port>',
      '<socketType>SSL</socketType>',
      '<socketType>plain</socketType>',
      '<authentication>password-cleartext</authentication>',
      '<__proto__>',
      '<constructor/>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?xml encoding="utf-7"?>',
      '&amp;',
      '\0',
    );
    const document = fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      fc
        .array(fc.oneof(piece, fc.string()), { maxLength: 20 })
        .map((parts) => bytes(parts.join(''))),
    );
    fc.assert(
      fc.property(document, (text) => {
        for (const found of readSettingsDocument(text, DOMAIN).servers) {
          expect(['tls', 'starttls']).toContain(found.security);
          expect(found.host).toContain('.');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a username of a document', () => {
  const address = {
    address: 'mario.rossi@studio.example',
    localPart: 'mario.rossi',
    domain: 'studio.example',
  };

  it.each([
    ['%EMAILADDRESS%', 'mario.rossi@studio.example'],
    ['%EMAILLOCALPART%', 'mario.rossi'],
    ['%EMAILLOCALPART%.%EMAILDOMAIN%', 'mario.rossi.studio.example'],
    ['office-17', 'office-17'],
    [null, 'mario.rossi@studio.example'],
    ['', 'mario.rossi@studio.example'],
    ['%REALNAME%', 'mario.rossi@studio.example'],
    ['a\r\nMAIL FROM:<x>', 'mario.rossi@studio.example'],
    ['x'.repeat(400), 'mario.rossi@studio.example'],
  ])('%j becomes %s', (template, username) => {
    expect(expandUsername(template, address)).toBe(username);
  });

  it('takes an address for what it is, not for a pattern', () => {
    const odd = { ...address, localPart: '$&', address: '$&@studio.example' };
    expect(expandUsername('%EMAILADDRESS%', odd)).toBe('$&@studio.example');
  });
});
