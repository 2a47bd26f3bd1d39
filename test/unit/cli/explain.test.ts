import { describe, expect, it } from 'vitest';
import { readLine } from '../../../src/cli/commands/explain.ts';
import { CANARY, run } from './surroundings.ts';

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
