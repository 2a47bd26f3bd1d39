import { describe, expect, it } from 'vitest';
import { readLine } from '../../../src/cli/commands/explain.ts';
import { succeed } from '../../../src/result.ts';
import { preparedProvider } from '../wizard/world.ts';
import { CANARY, run, services } from './surroundings.ts';

describe('mittente explain', () => {
  it('answers each line with one JSON line, in order', async () => {
    const stdin = [
      '535 5.7.8 Error: authentication failed: bad credentials',
      '',
      '{"text":"connect ECONNREFUSED 192.0.2.1:587","stage":"tcp"}',
      '{not json}',
    ].join('\n');
    for (const words of [['explain'], ['explain', '--json']]) {
      const { status, stdout, stderr } = await run(words, { stdin });
      expect(status).toBe(0);
      expect(stderr).toBe('');
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines).toHaveLength(4);
      expect(lines[0].cause).toBe('wrong-credentials');
      expect(lines[2].cause).toBe('connection-refused');
      for (const line of lines) {
        expect(Object.keys(line)).toEqual(['cause', 'stage', 'fixableBy', 'title', 'steps']);
      }
    }
  });

  it('tells the steps of the provider that a line names, by its id or its name', async () => {
    const prepared = preparedProvider();
    const catalogue = { version: 1 as const, providers: [prepared] };
    const parts = { openServices: async () => succeed(services({ catalogue })) };
    for (const named of ['prepared', prepared.name.toUpperCase()]) {
      const line = { text: '534 5.7.9 Application-specific password required', provider: named };
      const { stdout } = await run(['explain'], { stdin: JSON.stringify(line), parts });
      expect(JSON.parse(stdout)).toMatchObject({ cause: 'app-password-required' });
      expect(JSON.parse(stdout).steps).toContain('Apri la pagina.');
    }
  });

  it('says on one line, too, that it could not begin', async () => {
    const { status, stdout } = await run(['explain', '--json', '--bogus']);
    expect(status).toBe(2);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({ cause: null, error: { code: 'usage' } });
  });

  it('speaks the language that is asked for', async () => {
    const stdin = '535 5.7.8 bad credentials';
    const titles = await Promise.all(
      ['it', 'en', 'de'].map(async (lang) => {
        const { stdout } = await run(['explain', '--lang', lang], { stdin });
        return JSON.parse(stdout).title;
      }),
    );
    expect(new Set(titles).size).toBe(3);
  });

  it('reads a JSON line leniently, and anything else as the error itself', () => {
    expect(readLine('{"text":"x","stage":"auth","host":null,"more":1}')).toEqual({
      error: { text: 'x', stage: 'auth' },
      isJson: true,
    });
    expect(readLine('{"text":"x","stage":"unheard-of"}').error).toEqual({ text: 'x' });
    for (const line of ['{"texts":"x"}', '{', '[1]', '"text"', `password ${CANARY}`]) {
      expect(readLine(line)).toEqual({ error: { text: line }, isJson: false });
    }
  });
});
