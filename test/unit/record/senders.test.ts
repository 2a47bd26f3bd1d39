import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSenders, serialiseSenders, setSendersAside } from '../../../src/record/senders.ts';
import { expectValue, fileWith, NOW, senderOf, temporaryFolder } from './fixtures.ts';

const fileOf = (senders: readonly unknown[], over: object = {}) => ({
  version: 1,
  updatedAt: NOW.toISOString(),
  senders,
  ...over,
});

const write = async (content: object) =>
  await fileWith('senders.json', JSON.stringify(content, null, 2));

describe('the senders file', () => {
  it('is nothing yet where there is none', async () => {
    const file = path.join(await temporaryFolder(), 'senders.json');
    expect(expectValue(await readSenders(file))).toBeNull();
  });

  it('is UTF-8 without byte order mark, two spaces, LF, with a newline at the end', async () => {
    const content = fileOf([senderOf('rossi', { displayName: 'Niccolò' })]);
    const bytes = serialiseSenders(expectValue(await readSenders(await write(content))) as never);
    expect(bytes.toString('utf8')).toBe(`${JSON.stringify(content, null, 2)}\n`);
    expect(bytes[0]).toBe('{'.charCodeAt(0));
  });

  it('keeps keys that a newer version added, at every level', async () => {
    const rossi = senderOf('rossi');
    const content = fileOf([{ ...rossi, smtp: { ...rossi.smtp, pool: 3 }, standBy: [1] }], {
      region: 'IT',
    });
    const read = expectValue(await readSenders(await write(content)));
    expect(JSON.parse(serialiseSenders(read as never).toString())).toEqual(content);
  });

  it('of a newer version is told apart from a malformed one, so that it is not set aside', async () => {
    const file = await write({ ...fileOf([]), version: 2 });
    const problem = { code: 'file-unreadable', which: 'senders', key: 'version', line: 2 };
    expect(await readSenders(file)).toMatchObject({ problem });
    expect(await setSendersAside(file, NOW)).toMatchObject({ problem });
  });

  it.each([
    ['a torn text', '{\n  "version": 1,\n', null, 3],
    ['something else', '[]', null, 1],
    ['a wrong port', JSON.stringify(fileOf([wrongPort()]), null, 1), 'senders[0].smtp.port', 14],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x0a, 0xe0, 0x7d]), null, 2],
  ])('is refused for %s', async (_, content, key, line) => {
    const file = await fileWith('senders.json', content);
    expect(await readSenders(file)).toMatchObject({
      problem: { code: 'file-malformed', which: 'senders', key, line },
    });
  });

  it('is refused when a doctor has two entries', async () => {
    const file = await write(fileOf([senderOf('rossi'), senderOf('rossi')]));
    expect(await readSenders(file)).toMatchObject({
      problem: { code: 'duplicate-id', key: 'senders[1].doctorId' },
    });
  });
});

function wrongPort() {
  const sender = senderOf('rossi');
  return { ...sender, smtp: { ...sender.smtp, port: 0 } };
}

describe('a malformed senders file', () => {
  it('is set aside as it is, under a new name each time', async () => {
    const file = await fileWith('senders.json', 'first');
    const first = expectValue(await setSendersAside(file, NOW));
    expect(path.basename(first)).toBe('senders.malformed-2026-11-22T10-15-00.json');
    await writeFile(file, 'second');
    const second = expectValue(await setSendersAside(file, NOW));
    expect(await readFile(first, 'utf8')).toBe('first');
    expect(await readFile(second, 'utf8')).toBe('second');
    expect(expectValue(await readSenders(file))).toBeNull();
  });

  it('is the only kind that is set aside', async () => {
    const file = await write(fileOf([senderOf('rossi')]));
    expect((await setSendersAside(file, NOW)).ok).toBe(false);
    expect(await readdir(path.dirname(file))).toEqual(['senders.json']);
  });

  it('that is a folder stays where it is', async () => {
    const file = path.join(await temporaryFolder(), 'senders.json');
    await mkdir(file);
    expect(await setSendersAside(file, NOW)).toMatchObject({
      problem: { code: 'file-is-folder' },
    });
  });
});
