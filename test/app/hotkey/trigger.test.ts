import { expect, it } from 'vitest';
import { triggerOf } from '../../../app/hotkey/trigger.ts';

it.each([
  ['CommandOrControl+Alt+D', 'CTRL+ALT+d'],
  ['Control+Shift+Super+F13', 'CTRL+SHIFT+LOGO+F13'],
  ['Control+Alt+Plus', 'CTRL+ALT+plus'],
  ["Control+Alt+'", 'CTRL+ALT+apostrophe'],
  ['Control+Alt+7', 'CTRL+ALT+7'],
  ['Control+Alt+num7', 'CTRL+ALT+KP_7'],
  ['Control+Alt+nummult', 'CTRL+ALT+KP_Multiply'],
  ['Control+Alt+PageUp', 'CTRL+ALT+Page_Up'],
  ['Command+Alt+D', null],
  ['', null],
  ['D+D', null],
])('%s is asked for as %s', (accelerator, trigger) => expect(triggerOf(accelerator)).toBe(trigger));
