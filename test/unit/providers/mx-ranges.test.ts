import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { catalogueSchema } from '../../../src/providers/catalogue.ts';
import { findByMxAddress } from '../../../src/providers/mx-ranges.ts';

const catalogue = catalogueSchema.parse(
  JSON.parse(await readFile(new URL('../../../assets/providers.json', import.meta.url), 'utf8')),
);

it('knows Aruba by the range of its MX addresses, in IPv4 and mapped IPv6', () => {
  expect(findByMxAddress(catalogue, ['62.149.128.151'])?.id).toBe('aruba');
  expect(findByMxAddress(catalogue, ['::ffff:62.149.128.151'])?.id).toBe('aruba');
  expect(findByMxAddress(catalogue, ['62.149.129.1', '2001:db8::1', 'nonsense'])).toBeNull();
});

it('knows a range of IPv6, and tries the addresses in their order', () => {
  const [first, second] = catalogue.providers;
  if (!first || !second) throw new Error('the catalogue is empty');
  const two = {
    version: 1 as const,
    providers: [
      { ...first, mxRanges: ['2001:db8::/32'] },
      { ...second, mxRanges: ['192.0.2.0/24', '198.51.100.0/24'] },
    ],
  };
  expect(findByMxAddress(two, ['2001:db8:1::5'])).toMatchObject({ id: first.id });
  expect(findByMxAddress(two, ['198.51.100.7', '2001:db8::1'])).toMatchObject({ id: second.id });
  expect(findByMxAddress(two, ['2001:db9::1', '203.0.113.1'])).toBeNull();
});
