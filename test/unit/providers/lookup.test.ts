import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { catalogueSchema } from '../../../src/providers/catalogue.ts';
import {
  findByDomain,
  findByMx,
  findByNs,
  findByServer,
  isNullMx,
  isPecDomain,
  matchesHost,
} from '../../../src/providers/lookup.ts';

const catalogue = catalogueSchema.parse(
  JSON.parse(await readFile(new URL('../../../assets/providers.json', import.meta.url), 'utf8')),
);

describe('certified mail', () => {
  it.each([
    'pec.it',
    'pec.omceo.it',
    'pec.omceovr.it',
    'pec.ordinemedicilatina.it',
    'pec.libero.it',
    'studio.pec.it',
    'legalmail.it',
    'cert.legalmail.it',
    'postacert.example.it',
    'cert.comune.example.it',
    'postecert.it',
    'PEC.Example.IT',
    'studio.arubapec.it',
    'medici.pecimprese.it',
  ])('%s is certified mail', (domain) => {
    expect(findByDomain(catalogue, domain)?.kind).toBe('pec');
  });

  it.each([
    'specialist.it',
    'pecora.it',
    'aspect.it',
    'pec-studio.it',
    'speck.it',
    'cert.org',
    'certosa.it',
    'studiopec.it',
    'notarubapec.it',
    'arubapec.it.example',
    'legalmailing.it',
    'example.pec',
  ])('%s is ordinary mail', (domain) => {
    expect(isPecDomain(domain)).toBe(false);
    expect(findByDomain(catalogue, domain)).toBeNull();
  });
});

describe('a provider by domain', () => {
  it.each([
    ['gmail.com', 'gmail'],
    ['inwind.it', 'libero'],
    ['studio.onmicrosoft.com', 'microsoft365'],
    ['hotmail.it', 'outlook-personal'],
    ['gmx.it', 'gmx'],
    ['gmx.net', 'gmx-net'],
    ['poste.it', 'poste'],
    ['vodafone.it', 'vodafone'],
  ])('%s is at %s', (domain, id) => {
    expect(findByDomain(catalogue, domain)?.id).toBe(id);
  });

  it('is not found by a part of its name', () => {
    expect(findByDomain(catalogue, 'notgmail.com')).toBeNull();
    expect(findByDomain(catalogue, 'gmail.com.example')).toBeNull();
    expect(findByDomain(catalogue, 'onmicrosoft.com')).toBeNull();
  });
});

describe('a provider by MX host', () => {
  it.each([
    ['aspmx.l.google.com', 'google-workspace'],
    ['alt2.aspmx.l.google.com', 'google-workspace'],
    ['aspmx3.googlemail.com', 'google-workspace'],
    ['smtp.google.com', 'google-workspace'],
    ['studio-it.mail.protection.outlook.com.', 'microsoft365'],
    ['mx.aruba.it', 'aruba'],
    ['mx.pec.aruba.it', 'aruba-pec'],
    ['mx.cert.legalmail.it', 'legalmail'],
    ['server.pec-email.com', 'register-pec'],
    ['mail.register.it', 'register'],
    ['MX00.IONOS.IT', 'ionos'],
    ['mx4.mail.ovh.net', 'ovh'],
    ['mx10.antispam.mailspamprotection.com', 'siteground'],
    ['mail.protonmail.ch', 'proton-domain'],
    ['mta-gw.infomaniak.ch', 'infomaniak'],
  ])('%s is %s', (host, id) => {
    expect(findByMx(catalogue, [{ host, priority: 10 }])?.id).toBe(id);
  });

  it.each([
    ['mx.pec.example.it', 'pec'],
    ['mx.postecert.it', 'postecert'],
    ['mxbackup.arubapec.it.', 'aruba-pec'],
  ])('%s is certified mail that only its name gives away', (host, id) => {
    expect(findByMx(catalogue, [{ host, priority: 10 }])?.id).toBe(id);
  });

  it('asks the preferred host first', () => {
    const records = [
      { host: 'mx.aruba.it', priority: 50 },
      { host: 'smtp.google.com', priority: 1 },
    ];
    expect(findByMx(catalogue, records)?.id).toBe('google-workspace');
  });

  it('is not found by a look-alike', () => {
    const hosts = [
      'mx.aruba.it.example',
      'notaruba.it',
      'aruba.it.evil.example',
      'mx.speck.it',
      '',
    ];
    for (const host of hosts) {
      expect(findByMx(catalogue, [{ host, priority: 1 }]), host).toBeNull();
    }
  });
});

describe('other ways to a provider', () => {
  it('knows Aruba by its name servers', () => {
    expect(findByNs(catalogue, ['dns3.arubadns.net', 'dns.technorail.com'])?.id).toBe('aruba');
    expect(findByNs(catalogue, ['ns1.example.com'])).toBeNull();
  });

  it('knows a provider by its server', () => {
    expect(findByServer(catalogue, 'SMTP.mail.yahoo.com')?.id).toBe('yahoo');
    expect(findByServer(catalogue, 'mail.example.com')).toBeNull();
  });

  it('reads a null MX only when it stands alone', () => {
    expect(isNullMx([{ host: '', priority: 0 }])).toBe(true);
    expect(isNullMx([{ host: '.', priority: 0 }])).toBe(true);
    expect(isNullMx([])).toBe(false);
    expect(isNullMx([{ host: 'mx.example.com', priority: 0 }])).toBe(false);
  });
});

describe('a host pattern', () => {
  it('takes a lone star for one label or more', () => {
    expect(matchesHost('*.example.com', 'mx.example.com')).toBe(true);
    expect(matchesHost('*.example.com', 'a.b.example.com')).toBe(true);
    expect(matchesHost('*.example.com', 'example.com')).toBe(false);
    expect(matchesHost('*.example.com', '.example.com')).toBe(false);
  });

  it('takes a star inside a label for any part of that label', () => {
    expect(matchesHost('mx*.example.com', 'mx10.example.com')).toBe(true);
    expect(matchesHost('mx*.example.com', 'mx.example.com')).toBe(true);
    expect(matchesHost('mx*.example.com', 'mx.a.example.com')).toBe(false);
  });

  it('takes every other character as it is', () => {
    expect(matchesHost('mx.example.com', 'mxxexample.com')).toBe(false);
  });
});
