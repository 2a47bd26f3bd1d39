import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop } from '../process.ts';
import type { BundledPackage } from './bundled.ts';

const rule = '-'.repeat(80);

/**
 * The notices of everything that is shipped, one text for all packages that share it word for word.
 * Throws `Stop` where a package comes without a licence text: its licence asks for one.
 */
export async function thirdPartyNotices(packages: readonly BundledPackage[]): Promise<string> {
  const byText = new Map<string, BundledPackage[]>();
  for (const one of packages) {
    const text = await licenceText(one);
    byText.set(text, [...(byText.get(text) ?? []), one]);
  }
  const sections = [...byText].map(([text, owners]) =>
    [rule, ...owners.map((one) => `${one.name} ${one.version} (${one.license})`), '', text].join(
      '\n',
    ),
  );
  return `${[introduction, ...sections].join('\n\n')}\n`;
}

const introduction = `Mittente contains the software listed here, each under its own licence.
The licences of Electron and of Chromium are in LICENSE.electron.txt and LICENSES.chromium.html.`;

async function licenceText({ folder, name, license, author }: BundledPackage): Promise<string> {
  const files = (await readdir(folder)).filter((file) =>
    /^(licen[cs]e|copying|notice)/i.test(file),
  );
  const texts = await Promise.all(files.sort().map((file) => readFile(join(folder, file), 'utf8')));
  const text = texts.map((one) => one.replaceAll('\r\n', '\n').trim()).join('\n\n');
  if (text !== '') return text;
  if (license === 'MIT') return mit(author ?? `the authors of ${name}`);
  throw new Stop(`${name} (${license}) comes without the text of its licence.`);
}

/** The MIT licence (https://spdx.org/licenses/MIT.html), for packages that only name it. */
const mit = (holder: string) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES
OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
