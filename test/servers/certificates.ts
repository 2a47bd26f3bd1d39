import 'reflect-metadata';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

x509.cryptoProvider.set(crypto);

/** A certificate with its key, both PEM and with a last line break, so that they can be joined. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

/** A private authority: `pem` is what a client must trust. */
export interface Authority {
  readonly pem: string;
  readonly commonName: string;
  readonly keys: CryptoKeyPair;
}

export interface CertificateWish {
  readonly commonName: string;
  /** DNS names and IP addresses that the certificate is for. */
  readonly names: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

type CryptoKeyPair = Awaited<ReturnType<typeof newKeys>>;

/** Makes an authority that exists only as long as the caller keeps it. */
export async function createAuthority(commonName = 'Acme Test CA'): Promise<Authority> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: `CN=${commonName}`,
    ...validity({}),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
    ],
  });
  return { pem: `${certificate.toString('pem')}\n`, commonName, keys };
}

/** A server certificate signed by the authority. */
export async function issueCertificate(
  authority: Authority,
  wish: CertificateWish,
): Promise<Identity> {
  const keys = await newKeys();
  return sign(wish, keys, { name: authority.commonName, key: authority.keys.privateKey });
}

/** A server certificate that nobody but itself vouches for. */
export async function issueSelfSigned(wish: CertificateWish): Promise<Identity> {
  const keys = await newKeys();
  return sign(wish, keys, { name: wish.commonName, key: keys.privateKey });
}

/** The certificates that a mail server can be wrong with, beside a good one. */
export interface CertificateSet {
  readonly good: Identity;
  readonly expired: Identity;
  readonly wrongHost: Identity;
  readonly selfSigned: Identity;
}

/** One good certificate for `names`, and the same server's three bad ones. */
export async function issueSet(
  authority: Authority,
  names: readonly string[],
): Promise<CertificateSet> {
  const commonName = names[0] ?? 'localhost';
  const [good, expired, wrongHost, selfSigned] = await Promise.all([
    issueCertificate(authority, { commonName, names }),
    issueCertificate(authority, {
      commonName,
      names,
      notBefore: new Date('2020-01-01T00:00:00Z'),
      notAfter: new Date('2021-01-01T00:00:00Z'),
    }),
    issueCertificate(authority, { commonName: 'other.example', names: ['other.example'] }),
    issueSelfSigned({ commonName, names }),
  ]);
  return { good, expired, wrongHost, selfSigned };
}

async function sign(
  wish: CertificateWish,
  keys: CryptoKeyPair,
  issuer: { readonly name: string; readonly key: CryptoKeyPair['privateKey'] },
): Promise<Identity> {
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: `CN=${wish.commonName}`,
    issuer: `CN=${issuer.name}`,
    ...validity(wish),
    publicKey: keys.publicKey,
    signingKey: issuer.key,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        wish.names.map((value) => ({
          type: isIP(value) ? ('ip' as const) : ('dns' as const),
          value,
        })),
      ),
    ],
  });
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    certificate: `${certificate.toString('pem')}\n`,
    key: `${x509.PemConverter.encode(key, 'PRIVATE KEY')}\n`,
  };
}

/** Yesterday to two years from now: a clock that is a little off does no harm. */
function validity(wish: Pick<CertificateWish, 'notBefore' | 'notAfter'>) {
  return {
    notBefore: wish.notBefore ?? new Date(Date.now() - DAY_MS),
    notAfter: wish.notAfter ?? new Date(Date.now() + 730 * DAY_MS),
  };
}

/** Positive and never zero (RFC 5280, section 4.1.2.2). */
function serialNumber(): string {
  return `4${Buffer.from(crypto.getRandomValues(new Uint8Array(15))).toString('hex')}0`;
}

function newKeys() {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}
