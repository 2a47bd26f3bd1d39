import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, fileOf } from '../../../electron/protocol.ts';

vi.mock('electron', () => ({ protocol: {} }));

describe('fileOf', () => {
  it('takes names of files that a page is made of', () => {
    expect(fileOf('app://mittente/index.html')).toEqual(['index.html']);
    expect(fileOf('app://mittente/assets/index-Ab_9.js?v=1#x')).toEqual([
      'assets',
      'index-Ab_9.js',
    ]);
  });

  it('stays in its folder when the address climbs', () => {
    expect(fileOf('app://mittente/../../main.js')).toEqual(['main.js']);
    expect(fileOf('app://mittente/%2e%2e/%2E%2E/main.js')).toEqual(['main.js']);
  });

  it.each([
    'app://mittente/',
    'app://mittente/index.html/',
    'app://mittente//index.html',
    'app://mittente/..%2fmain.js',
    'app://mittente/..%5cmain.js',
    'app://mittente/a%00.js',
    'app://mittente/.hidden.js',
    'app://mittente/notes.txt',
    'app://mittente/index-Ab.js.map',
    'app://mittente/senders.json',
    'app://mittente/constructor',
    'app://elsewhere/index.html',
    'app://mittente:1/index.html',
    'https://mittente/index.html',
    'file:///etc/passwd',
    'nonsense',
  ])('refuses %s', (url) => {
    expect(fileOf(url)).toBe(null);
  });
});

describe('answer', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mittente-page-'));
    await writeFile(join(folder, 'index.html'), '<p>');
    await writeFile(join(folder, 'page.js'), '"use strict"');
  });

  afterEach(() => rm(folder, { recursive: true }));

  const get = (url: string) => ({ method: 'GET', url });

  it.each([
    ['index.html', '<p>', 'text/html; charset=utf-8'],
    ['page.js', '"use strict"', 'text/javascript; charset=utf-8'],
  ])('gives %s as it is, under the policy', async (name, content, type) => {
    const { headers, data } = await answer(get(`app://mittente/${name}`), folder);
    expect(data.toString()).toBe(content);
    expect(headers).toMatchObject({
      'Content-Type': type,
      'Content-Security-Policy': expect.stringMatching(/^default-src 'none'; script-src 'self';/),
    });
  });

  it('lets no style in but its own files, and style elements without a text', async () => {
    const { headers } = await answer(get('app://mittente/index.html'), folder);
    const nothing = createHash('sha256').update('').digest('base64');
    expect(headers['Content-Security-Policy']?.split('; ')).toContain(
      `style-src 'self' 'sha256-${nothing}'`,
    );
  });

  it.each([
    ['a file that is not there', get('app://mittente/other.js')],
    ['another method', { method: 'POST', url: 'app://mittente/index.html' }],
    ['another host', get('app://elsewhere/index.html')],
  ])('finds nothing for %s', async (_name, request) => {
    const { statusCode, data } = await answer(request, folder);
    expect([statusCode, data.toString()]).toEqual([404, '']);
  });
});
