/** What can be done by typing its name into the dial pad's box. `also`: other words that find it. */
export const actions = {
  redial: { label: 'Redial', also: 'call again last' },
  openIn: { label: 'Open in…', also: 'browser web page crm' },
  missed: { label: 'Missed calls', also: 'show recent' },
  settings: { label: 'Settings', also: 'open preferences options' },
  keys: { label: 'Keyboard shortcuts', also: 'keys help' },
  themeSystem: { label: 'Theme: System', also: 'look colours' },
  themeLight: { label: 'Theme: Light', also: 'look colours bright' },
  themeDark: { label: 'Theme: Dark', also: 'look colours night' },
  signOut: { label: 'Sign out…', also: 'log logout leave' },
};
