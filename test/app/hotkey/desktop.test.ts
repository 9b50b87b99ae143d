import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { givesGlobalKeys, shellLine } from '../../../app/hotkey/desktop.ts';

describe('a desktop', () => {
  it('gives keys that work everywhere, except under Wayland', () => {
    expect(givesGlobalKeys('linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' })).toBe(true);
    expect(givesGlobalKeys('linux', { DISPLAY: ':0' })).toBe(true);
    expect(givesGlobalKeys('win32', {})).toBe(true);
    expect(givesGlobalKeys('darwin', {})).toBe(true);
    expect(givesGlobalKeys('linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' })).toBe(false);
    expect(givesGlobalKeys('linux', { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
  });

  it.runIf(process.platform === 'linux')('runs the command to bind word by word, whatever is in it', () => {
    const words = ['/opt/prompt Call/companion', "it's", '$HOME `id` "x"', '--dial-selection', 'ไทย', ''];
    const script = `printf '%s\\n' ${shellLine(words)}`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(`${words.join('\n')}\n`);
    expect(shellLine(['/opt/x/companion', '--dial-selection'])).toBe('/opt/x/companion --dial-selection');
  });
});
