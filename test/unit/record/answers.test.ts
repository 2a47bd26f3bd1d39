import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/record/answers.ts';
import { expectValue, fileWith } from './fixtures.ts';

const answer = { id: 'rossi', name: 'Rossi', choice: 'personal', address: 'rossi@example.test' };

const read = async (doctors: object[]) =>
  await readAnswers(
    await fileWith('answers.json', JSON.stringify({ version: 1, doctors }, null, 1)),
  );

describe('the answers of a technician', () => {
  it('need no server: it is discovered', async () => {
    expect(expectValue(await read([answer])).doctors).toEqual([answer]);
  });

  it('may name the server, in any capitals', async () => {
    const smtp = { host: 'SMTP.Example.Test', port: 465, security: 'tls' };
    const [found] = expectValue(await read([{ ...answer, smtp, username: 'r' }])).doctors;
    expect(found?.smtp).toEqual({ ...smtp, host: 'smtp.example.test' });
  });

  it.each([
    ['a typing error in a key', { adress: 'x' }, 'doctors[0].adress'],
    [
      'plain text',
      { smtp: { host: 'a.test', port: 25, security: 'none' } },
      'doctors[0].smtp.security',
    ],
    ['an unknown choice', { choice: 'pec' }, 'doctors[0].choice'],
  ])('are refused for %s', async (_, over, key) => {
    expect(await read([{ ...answer, ...over }])).toMatchObject({
      problem: { code: 'file-malformed', which: 'answers', key },
    });
  });

  it('are refused when a doctor is answered for twice', async () => {
    expect(await read([answer, answer])).toMatchObject({
      problem: { code: 'duplicate-id', key: 'doctors[1].id', line: 11 },
    });
  });
});
