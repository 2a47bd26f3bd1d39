import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { renderExports } from '../../../src/record/exports.ts';
import { type Export, exportSchema } from '../../../src/record/profile.ts';
import type { Sender, SendersFile } from '../../../src/record/senders.ts';
import { expectValue, NOW, profileIn, senderOf, temporaryFolder } from './fixtures.ts';

const fileOf = (senders: Sender[]): SendersFile => ({
  version: 1,
  updatedAt: NOW.toISOString(),
  senders,
});

/** Renders one export for the doctor `rossi` and returns its bytes or the problem. */
async function render(template: string, over: Partial<Export> = {}, senders = [senderOf('rossi')]) {
  const folder = await temporaryFolder();
  const target = exportSchema.parse({
    path: path.join(folder, 'posta-{{doctorId}}.out'),
    template: path.join(folder, 'template.mustache'),
    per: 'doctor',
    escape: 'none',
    ...over,
  });
  await writeFile(target.template, template);
  const profile = profileIn(folder, [target]);
  return await renderExports(profile, fileOf(senders), senders[0]?.doctorId ?? 'rossi');
}

async function text(template: string, over: Partial<Export> = {}, senders?: Sender[]) {
  const [target] = expectValue(await render(template, over, senders));
  return target?.content?.toString('utf8');
}

const named = (displayName: string) => [senderOf('rossi', { displayName })];

describe('an export', () => {
  it('for each doctor is written over that doctor’s entry', async () => {
    const [target] = expectValue(
      await render('{{doctorId}} {{smtp.host}}:{{smtp.port}} {{limits.perDay}}|\n'),
    );
    expect(path.basename(target?.file ?? '')).toBe('posta-rossi.out');
    expect(target?.content?.toString()).toBe('rossi smtp.example.test:465 |\n');
  });

  it('for the practice is written over the senders that can send', async () => {
    const waiting = senderOf('verdi', { smtp: null, credential: null, address: null });
    const template = '{{#senders}}{{number}}={{doctorId}}{{^isLast}},{{/isLast}}{{/senders}}';
    const senders = [senderOf('rossi'), waiting, senderOf('bianchi')];
    expect(await text(template, { per: 'practice' }, senders)).toBe('1=rossi,2=bianchi');
  });

  it('leaves the file of a doctor alone who cannot send yet', async () => {
    const waiting = senderOf('rossi', { smtp: null, credential: null });
    expect(expectValue(await render('{{doctorId}}', {}, [waiting]))).toEqual([]);
  });

  it('tells implicit TLS from STARTTLS without logic', async () => {
    const template = '{{#smtp.isTls}}ssl{{/smtp.isTls}}{{#smtp.isStarttls}}tls{{/smtp.isStarttls}}';
    expect(await text(template)).toBe('ssl');
    const smtp = { ...senderOf('rossi').smtp, port: 587, security: 'starttls' } as Sender['smtp'];
    expect(await text(template, {}, [senderOf('rossi', { smtp })])).toBe('tls');
  });

  it('has the line ends that were asked for, whatever the template has', async () => {
    expect(await text('a\r\nb\nc', { newline: 'crlf' })).toBe('a\r\nb\r\nc');
    expect(await text('a\r\nb\nc', { newline: 'lf' })).toBe('a\nb\nc');
  });

  it('refuses a name that does not exist, with the template’s line', async () => {
    expect(await render('a\n{{smtp.hots}}\n')).toMatchObject({
      problem: { code: 'file-malformed', which: 'export', line: 2, key: 'smtp.hots' },
    });
    expect(await render('{{smtp}}')).toMatchObject({ problem: { key: 'smtp' } });
  });

  it('writes nothing for a value inside something that is not there', async () => {
    const never = [senderOf('rossi', { verified: null })];
    expect(await text('at={{verified.at}}{{#failing}}{{cause}}{{/failing}}', {}, never)).toBe(
      'at=',
    );
  });

  it('refuses to include another template', async () => {
    expect(await render('a\n{{> other}}\n')).toMatchObject({ problem: { line: 2 } });
  });

  it('refuses a template with letters that the encoding lacks', async () => {
    expect(await render('a\nłódź', { encoding: 'windows-1252' })).toMatchObject({
      problem: { code: 'file-malformed', line: 2 },
    });
  });
});

describe('the encodings', () => {
  it.each([
    ['utf-8', Buffer.from('€ò')],
    ['utf-8-bom', Buffer.from('\uFEFF€ò')],
    ['utf-16le', Buffer.from('\uFEFF€ò', 'utf16le')],
    ['windows-1252', Buffer.from([0x80, 0xf2])],
  ] as const)('%s', async (encoding, bytes) => {
    const [target] = expectValue(await render('{{displayName}}', { encoding }, named('€ò')));
    expect(target?.content).toEqual(bytes);
  });

  it('without a character refuse the value that has it, and name the field', async () => {
    const over = { encoding: 'windows-1252', escape: 'ini' } as const;
    expect(await render('n={{displayName}}', over, named('Łukasz'))).toMatchObject({
      problem: { code: 'value-not-writable', which: 'export', key: 'displayName' },
    });
  });

  it('without a character serve where the format can name the character', async () => {
    const encoding = 'windows-1252';
    const json = await text('"{{displayName}}"', { encoding, escape: 'json' }, named('Ł😀"'));
    expect(json).toBe('"\\u0141\\ud83d\\ude00\\""');
    expect(JSON.parse(json ?? '')).toBe('Ł😀"');
    const xml = await text('<a>{{displayName}}</a>', { encoding, escape: 'xml' }, named('Ł😀'));
    expect(xml).toBe('<a>&#x141;&#x1F600;</a>');
  });
});

describe('the notations', () => {
  it.each(['none', 'csv', 'ini', 'json', 'xml', 'reg', 'shell'] as const)(
    '%s: a line break in a value is refused',
    async (notation) => {
      expect(
        await render('n={{displayName}}', { escape: notation }, named('a\r\nBcc: b')),
      ).toMatchObject({
        problem: { code: 'value-not-writable', key: 'displayName' },
      });
    },
  );

  it('a line break is refused in an unescaped tag too', async () => {
    expect(await render('n={{{displayName}}}', { escape: 'ini' }, named('a\nb'))).toMatchObject({
      problem: { code: 'value-not-writable' },
    });
  });

  it('json gives back what it was given', async () => {
    const value = 'a"b\\c/</script>';
    const json = await text('{"n":"{{displayName}}"}', { escape: 'json' }, named(value));
    expect(JSON.parse(json ?? '')).toEqual({ n: value });
  });

  it('xml gives back what it was given', async () => {
    const value = `<a href="x">&amp;'`;
    const xml = await text('<n v="{{displayName}}"/>', { escape: 'xml' }, named(value));
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    expect(parser.parse(xml ?? '')).toEqual({ n: { v: value } });
  });

  it('shell is one word for the shell, whatever is in it', async () => {
    const value = `d'angelo "$(exit 3)" \`exit 4\` \\ ; & * ~ # !x`;
    const command = await text('printf %s {{displayName}}', { escape: 'shell' }, named(value));
    expect(execFileSync('sh', ['-c', command ?? ''], { encoding: 'utf8' })).toBe(value);
  });

  it('reg doubles backslashes and escapes quotes', async () => {
    const over = { escape: 'reg' } as const;
    expect(await text('"n"="{{displayName}}"', over, named('A\\B "C"'))).toBe(
      '"n"="A\\\\B \\"C\\""',
    );
    expect(await text('"p"=dword:{{smtp.portHex}}', over)).toBe('"p"=dword:000001d1');
  });

  it('csv is one cell, whatever is in it', async () => {
    const value = 'Rossi; "Mario", D\'Angelò';
    const line = await text(
      '{{doctorId}};{{displayName}};{{{smtp.port}}}',
      { escape: 'csv' },
      named(value),
    );
    expect(line).toBe('"rossi";"Rossi; ""Mario"", D\'Angelò";465');
    expect(parse(line ?? '', { delimiter: ';' })).toEqual([['rossi', value, '465']]);
  });

  it('reg writes a key path as it is, and refuses what would lead to another key', async () => {
    const over = { escape: 'reg' } as const;
    expect(await text('[HKCU\\X\\{{displayName}}]', over, named('a "b"'))).toBe('[HKCU\\X\\a "b"]');
    expect((await render('[HKCU\\X\\{{displayName}}]', over, named('a\\b'))).ok).toBe(false);
    expect((await render('[HKCU\\X\\{{displayName}}]', over, named('a]b'))).ok).toBe(false);
  });

  it.each([
    ['Dott. Rossi; cardiologo = #1', 'Dott. Rossi; cardiologo = #1'],
    [' spaced ', '" spaced "'],
    ['"quoted"', '""quoted""'],
    ['half "quoted"', 'half "quoted"'],
  ])('ini writes %j so that the Windows reader gets it back', async (value, written) => {
    expect(await text('n={{displayName}}', { escape: 'ini' }, named(value))).toBe(`n=${written}`);
  });

  it('ini adds no quotes in the middle of a value', async () => {
    expect(await text('from={{displayName}} <x>', { escape: 'ini' }, named('"A"'))).toBe(
      'from="A" <x>',
    );
  });

  it('ini refuses what would end a section name or a key', async () => {
    expect((await render('[{{displayName}}]', { escape: 'ini' }, named('a]b'))).ok).toBe(false);
    expect((await render('{{displayName}}=1', { escape: 'ini' }, named('a=b'))).ok).toBe(false);
    expect((await render('{{displayName}}=1', { escape: 'ini' }, named(';a'))).ok).toBe(false);
    expect((await render('[{{displayName}}]', { escape: 'ini' }, named('a=b'))).ok).toBe(true);
  });
});

describe('the file of an export', () => {
  it.each(['../x', 'a/b', 'a\\b', '..', 'a:b', 'a*', 'a\nb', 'x.'])(
    'cannot be led elsewhere by the id %j',
    async (id) => {
      const over = { path: path.join(await temporaryFolder(), '{{doctorId}}') };
      expect(await render('x', over, [senderOf(id)])).toMatchObject({
        problem: { code: 'value-not-writable', key: 'doctorId' },
      });
    },
  );

  it('is none of the names that Windows keeps for devices', async () => {
    const over = { path: path.join(await temporaryFolder(), '{{doctorId}}.ini') };
    expect((await render('x', over, [senderOf('nul')])).ok).toBe(false);
    expect((await render('x', over, [senderOf('nullo')])).ok).toBe(true);
  });

  it('is not that of another doctor', async () => {
    const over = { path: path.join(await temporaryFolder(), 'posta.ini') };
    expect((await render('x', over)).ok).toBe(true);
    expect(await render('x', over, [senderOf('rossi'), senderOf('verdi')])).toMatchObject({
      problem: { code: 'file-malformed', which: 'profile', key: 'exports[0].path' },
    });
    const own = { path: path.join(await temporaryFolder(), '{{doctorId}}.ini') };
    expect(await render('x', own, [senderOf('rossi'), senderOf('ROSSI')])).toMatchObject({
      problem: { code: 'value-not-writable', key: 'doctorId' },
    });
  });

  it('is none of the files that have another use', async () => {
    const folder = await temporaryFolder();
    const template = path.join(folder, 't.mustache');
    await writeFile(template, 'x');
    const target = exportSchema.parse({
      path: path.join(folder, 'SENDERS.json'),
      template,
      per: 'practice',
      escape: 'none',
    });
    const rendered = await renderExports(profileIn(folder, [target]), fileOf([]), 'rossi');
    expect(rendered).toMatchObject({
      problem: { which: 'profile', key: 'exports[0].path' },
    });
  });

  it('is read as Windows-1252 by a program of that time', async () => {
    const [target] = expectValue(
      await render(
        'nome={{displayName}}',
        { encoding: 'windows-1252', newline: 'crlf' },
        named('Niccolò'),
      ),
    );
    expect(iconv.decode(target?.content ?? Buffer.alloc(0), 'windows-1252')).toBe('nome=Niccolò');
  });
});
