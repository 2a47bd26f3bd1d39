import { rename, writeFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { loadDoctors } from '../../../src/record/load-doctors.ts';
import { expectValue, fileWith } from './fixtures.ts';

const noWait = async () => undefined;

const load = async (name: string, content: string | Buffer) =>
  await loadDoctors(await fileWith(name, content), noWait);

const ROSSI = { id: 'rossi', name: 'Dott. Mario Rossi' };
const NICCOLO = 'Dott. Niccolò Bianchi';

describe('doctors as JSON', () => {
  it('have a standard contract and no sender unless the record says so', async () => {
    const doctors = await load(
      'medici.json',
      JSON.stringify([
        ROSSI,
        { id: 'b', name: NICCOLO, contract: 'premium', sender: { address: 'b@example.test' } },
      ]),
    );
    expect(expectValue(doctors)).toEqual([
      { ...ROSSI, contract: 'standard', sender: null },
      { id: 'b', name: NICCOLO, contract: 'premium', sender: { address: 'b@example.test' } },
    ]);
  });

  it('may be in UTF-16 of either order', async () => {
    for (const encoding of ['utf-16le', 'utf-16be']) {
      const text = `\uFEFF${JSON.stringify([{ id: 'b', name: NICCOLO }])}`;
      const doctors = await load('medici.json', iconv.encode(text, encoding, { addBOM: false }));
      expect(expectValue(doctors)[0]?.name, encoding).toBe(NICCOLO);
    }
  });

  it('may be in Windows-1252', async () => {
    const bytes = iconv.encode(JSON.stringify([{ id: 'b', name: NICCOLO }]), 'windows-1252');
    expect(expectValue(await load('medici.json', bytes))[0]?.name).toBe(NICCOLO);
  });

  it('with the same id are refused, naming both lines', async () => {
    const doctors = await load('medici.json', JSON.stringify([ROSSI, ROSSI], null, 1));
    expect(doctors).toMatchObject({
      problem: { code: 'duplicate-id', line: 7, key: '[1].id' },
    });
    expect(doctors.ok ? '' : doctors.problem.detail).toContain('line 3');
  });

  it('that the record is still writing are read a moment later', async () => {
    const whole = JSON.stringify([ROSSI]);
    const file = await fileWith('medici.json', whole.slice(0, 10));
    let waits = 0;
    const doctors = await loadDoctors(file, async () => {
      waits += 1;
      if (waits === 2) await writeFile(file, whole);
    });
    expect(expectValue(doctors)).toHaveLength(1);
    expect(waits).toBe(2);
  });

  it('whose file is being replaced are read a moment later', async () => {
    const file = await fileWith('medici.json', JSON.stringify([ROSSI]));
    await rename(file, `${file}.old`);
    const doctors = await loadDoctors(file, () => rename(`${file}.old`, file).catch(noWait));
    expect(expectValue(doctors)).toHaveLength(1);
  });

  it.each([
    ['an empty file', '', null, 1],
    ['a torn text', '[\n{"id": "ros', null, 2],
    ['no array', '{"doctors": []}', null, 1],
    ['a missing name', '[\n {"id": "a"}\n]', '[0].name', 2],
    ['an empty id', '[\n {"id": " ",\n "name": "x"}\n]', '[0].id', 2],
    ['two lines in an id', '[\n {"id": "ros\\nsi", "name": "x"}]', '[0].id', 2],
    ['a zero character', Buffer.from('[\n]', 'utf16le'), null, 1],
    ['an unknown contract', '[{"id":"a","name":"b",\n"contract":"gold"}]', '[0].contract', 2],
  ])('are refused for %s', async (_, text, key, line) => {
    expect(await load('medici.json', text)).toMatchObject({
      problem: { code: 'file-malformed', which: 'doctors', key, line },
    });
  });

  it('are refused when there is no file', async () => {
    expect(await loadDoctors('/nowhere/medici.json', noWait)).toMatchObject({
      problem: { code: 'file-missing', which: 'doctors' },
    });
  });
});

describe('doctors as CSV', () => {
  const rows = [
    'id;name;contract;senderAddress',
    `b;${NICCOLO};premium;b@example.test`,
    'rossi;Dott. Mario Rossi;;',
  ];
  const expected = [
    { id: 'b', name: NICCOLO, contract: 'premium', sender: { address: 'b@example.test' } },
    { ...ROSSI, contract: 'standard', sender: null },
  ];

  it.each([
    ['semicolons', rows.join('\r\n')],
    ['commas', rows.join('\n').replaceAll(';', ',')],
    ['tabs', rows.join('\n').replaceAll(';', '\t')],
    ['a byte order mark', `\uFEFF${rows.join('\n')}`],
    ['Windows-1252', iconv.encode(rows.join('\r\n'), 'windows-1252')],
    ['UTF-16', Buffer.from(`\uFEFF${rows.join('\r\n')}`, 'utf16le')],
    ['capitals, spaces and empty lines', `\n${rows.join('\n\n').replace('id', ' ID ')}\n;;;\n`],
    ['a separator at the end of every line but the first', rows.join(';\n').replace(';\n', '\n')],
    ['a separator at the end of the first line', rows.join('\n').replace('\n', ';\n')],
    ['quotes', rows.join('\n').replace(NICCOLO, `"${NICCOLO}"`)],
  ])('may come with %s', async (_, content) => {
    expect(expectValue(await load('medici.csv', content))).toEqual(expected);
  });

  it('may contain the separator inside quotes', async () => {
    const doctors = await load('medici.csv', 'id,name\nr,"Rossi, ""Mario"""\n');
    expect(expectValue(doctors)[0]?.name).toBe('Rossi, "Mario"');
  });

  it('are recognised in a file of any name', async () => {
    expect(expectValue(await load('export.txt', 'id,name\nr,Rossi'))).toHaveLength(1);
    expect(expectValue(await load('export.dat', '[{"id":"r","name":"Rossi"}]'))).toHaveLength(1);
  });

  it.each([
    ['an empty file', ' \n', null, 1],
    ['a missing column', 'id;nome\nr;Rossi', 'name', 1],
    ['an unknown contract', 'id;name;contract\nr;Rossi;standard\ns;Verdi;gold', 'contract', 3],
    ['an empty id', 'id;name\n\n;Rossi', 'id', 3],
    ['a value too many', 'id;name\nr;Rossi\ns;Verdi;x', null, 3],
    ['a value too few', 'id;name;contract\nr;Rossi;\ns;Verdi', null, 3],
    ['a column twice', 'id;name;Name\nr;Rossi;x', 'name', 1],
    ['two lines in a name', 'id;name\nr;"Rossi\nMario"', 'name', 3],
    ['an open quote', 'id;name\nr;"Rossi', null, 2],
  ])('are refused for %s', async (_, text, key, line) => {
    expect(await load('medici.csv', text)).toMatchObject({
      problem: { code: 'file-malformed', which: 'doctors', key, line },
    });
  });

  it('with the same id are refused, naming both lines', async () => {
    const doctors = await load('medici.csv', 'id;name\nr;Rossi\ns;Verdi\nr;Bianchi');
    expect(doctors).toMatchObject({ problem: { code: 'duplicate-id', line: 4, key: 'id' } });
    expect(doctors.ok ? '' : doctors.problem.detail).toContain('line 2');
  });
});
