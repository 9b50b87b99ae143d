import { execFile } from 'node:child_process';

/**
 * Presses the key that copies in the program in front, by what each system brings along; no native module.
 *
 * The fingers are still on the hotkey's modifiers, and Ctrl+Alt+C copies nothing: on Windows it is waited until they are up, for at most
 * a second. On macOS the person must have allowed it (Privacy, Accessibility); where not, this rejects.
 */
export function pressCopyKey(platform: NodeJS.Platform): Promise<void> {
  if (platform === 'win32')
    return run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', windows]);
  if (platform === 'darwin') return run('/usr/bin/osascript', ['-e', mac]);
  return Promise.reject(new Error('this system tells what is marked'));
}

/** Virtual-key codes: Shift, Ctrl, Alt, both Windows keys. */
const windows = [
  `$keys = Add-Type -PassThru -Name Keys -Namespace Companion -MemberDefinition '[DllImport("user32.dll")] public static extern short GetAsyncKeyState(int key);'`,
  '$until = (Get-Date).AddSeconds(1)',
  'while ((Get-Date) -lt $until -and (0x10, 0x11, 0x12, 0x5B, 0x5C | Where-Object { $keys::GetAsyncKeyState($_) -lt 0 })) { Start-Sleep -Milliseconds 15 }',
  "(New-Object -ComObject WScript.Shell).SendKeys('^c')",
].join('; ');

const mac = 'tell application "System Events" to keystroke "c" using command down';

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { timeout: 4_000, windowsHide: true }, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
