import { isIP } from 'node:net';
import { XMLParser } from 'fast-xml-parser';
import { type SmtpServer, smtpServerSchema } from '../smtp/server.ts';
import { MAX_DOCUMENT } from './http.ts';

/** What a settings document says of sending: passwords, or OAuth2 alone. */
export interface SettingsDocument {
  readonly servers: readonly (SmtpServer & {
    /** As written in the document, with its placeholders; null when it says nothing. */
    readonly username: string | null;
  })[];
  /** Servers were listed, but none takes a password. */
  readonly oauthOnly: boolean;
}

const NOTHING: SettingsDocument = { servers: [], oauthOnly: false };

/** The names of password logins, in the format's present and past spellings. */
const PASSWORD = new Set(['password-cleartext', 'password-encrypted', 'plain', 'secure']);

const SECURITY: Readonly<Record<string, SmtpServer['security']>> = {
  SSL: 'tls',
  STARTTLS: 'starttls',
};

/** Deeper documents are no settings: the format has five levels. */
const MAX_DEPTH = 16;

/**
 * Reads a settings document of the autoconfig format (clientConfig, version 1.1). Entities are
 * never expanded, documents that declare any are refused, servers without TLS are left out.
 * `domain` stands for the placeholder that a host name may hold. Any bytes give servers or
 * nothing, never an exception.
 */
export function readSettingsDocument(bytes: Uint8Array, domain: string): SettingsDocument {
  if (bytes.length > MAX_DOCUMENT) return NOTHING;
  const text = decode(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return NOTHING;
  try {
    const parser = new XMLParser({
      processEntities: false,
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      parseTagValue: false,
      maxNestedTags: MAX_DEPTH,
      isArray: (name) => ['emailProvider', 'outgoingServer', 'authentication'].includes(name),
    });
    return collect(parser.parse(text), domain);
  } catch {
    return NOTHING;
  }
}

function collect(document: unknown, domain: string): SettingsDocument {
  const entries = list(child(document, 'clientConfig'), 'emailProvider')
    .flatMap((provider) => list(provider, 'outgoingServer'))
    .filter((server) => child(server, '@type') === 'smtp');
  const servers = entries.flatMap((entry) => {
    const security = SECURITY[text(entry, 'socketType') ?? ''];
    const parsed = smtpServerSchema.safeParse({
      host: text(entry, 'hostname')?.replaceAll('%EMAILDOMAIN%', () => domain),
      port: Number(text(entry, 'port')),
      security,
    });
    if (!parsed.success || !isPublicHost(parsed.data.host)) return [];
    const logins = list(entry, 'authentication').map(String);
    return [{ ...parsed.data, username: text(entry, 'username'), logins }];
  });
  const usable = servers.filter(({ logins }) => logins.some((login) => PASSWORD.has(login)));
  return {
    servers: usable.map(({ host, port, security, username }) => ({
      host,
      port,
      security,
      username,
    })),
    oauthOnly: usable.length === 0 && servers.some(({ logins }) => logins.includes('OAuth2')),
  };
}

/** A server on the internet has a name with a dot; a certificate can be checked for it. */
export const isPublicHost = (host: string): boolean => host.includes('.') && isIP(host) === 0;

/** In the encoding that the document declares, else UTF-8. */
function decode(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:\u00EF\u00BB\u00BF)?\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(start);
  try {
    return new TextDecoder(declared?.[1] ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

function child(node: unknown, name: string): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return undefined;
  return (node as Record<string, unknown>)[name];
}

function list(node: unknown, name: string): readonly unknown[] {
  const found = child(node, name);
  return Array.isArray(found) ? found : [];
}

function text(node: unknown, name: string): string | null {
  const found = child(node, name);
  return typeof found === 'string' ? found.trim() : null;
}
