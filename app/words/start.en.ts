/** The card that somebody new is shown once. */
export const startEn = {
  title: 'Getting started',
  lines: {
    hotkey: 'Try the hotkey',
    startAtLogin: 'Start at login',
    telLinks: 'Take telephone links',
    deskName: 'Name this desk',
    boxKey: 'Set a key for the box',
  },
  sample: '081 234 5678',
  /** Behind the sample number, which looks selected. */
  press: (keys: string) => `is selected. Press ${keys}: nobody is called yet.`,
  worked: 'It works: this number would be called now.',
};
