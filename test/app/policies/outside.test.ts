import { expect, it } from 'vitest';
import { mayBeOpened } from '../../../app/policies/outside.ts';

it.each(['https://crm.example.com/?q=0812345678', 'http://crm.local/', 'https://[::1]:8443/#/a'])(
  '%s may be opened in the browser',
  (address) => expect(mayBeOpened(address)).toBe(true),
);

it.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'tel:191',
  'smb://host/share',
  'ms-settings:',
  'search-ms:query',
  'https://me@host/',
  'https://me:pw@host/',
  'https://',
  'crm.example.com',
  '',
  '__proto__:x',
  'constructor:x',
])('%s is never handed to another program', (address) => expect(mayBeOpened(address)).toBe(false));
