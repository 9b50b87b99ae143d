import { expect, it } from 'vitest';
import { readPolicy } from '../../../app/settings/policy.ts';

const local = 'http://crm.local/{number}';
it.each([
  [{ settings: { openIn: local } }, {}, 1],
  [{ settings: { openIn: local }, openInPlainHttp: 'yes' }, {}, 2],
  [{ settings: { openIn: local }, openInPlainHttp: true }, { openIn: local }, 0],
  [{ settings: { openIn: 'https://crm.local/{number}' } }, { openIn: 'https://crm.local/{number}' }, 0],
  [{ settings: { openIn: 'javascript:{number}' }, openInPlainHttp: true }, {}, 1],
  [{ settings: { openIn: '' } }, { openIn: '' }, 0],
] as const)(
  '%j: numbers lead to an address without encryption only where the policy says so',
  (file, fixed, said) => {
    const lines: string[] = [];
    const policy = readPolicy(JSON.stringify(file), (line) => lines.push(line));
    expect(policy.fixed).toEqual(fixed);
    expect(lines).toHaveLength(said);
    expect(lines.join()).not.toContain('crm');
    const preset = readPolicy(JSON.stringify({ presets: file.settings }), () => {}).presets;
    expect(preset).toEqual(file.settings.openIn === local || said === 1 ? {} : fixed);
  },
);
