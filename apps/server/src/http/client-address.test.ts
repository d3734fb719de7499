import { expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';

test.each([
  ['no proxy: the header is the visitor’s own word', '9.9.9.9', 0, '10.0.0.1'],
  ['one proxy: the last it wrote', '6.6.6.6, 203.0.113.7', 1, '203.0.113.7'],
  ['two proxies: the one before the last', '6.6.6.6, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  ['fewer entries than proxies', '203.0.113.7', 2, '10.0.0.1'],
  ['what is no address', '<script>', 1, '10.0.0.1'],
  ['IPv6', '2001:db8::1', 1, '2001:db8::1'],
])('%s', (_, header, proxies, address) => expect(clientAddress('10.0.0.1', header, proxies)).toBe(address));
