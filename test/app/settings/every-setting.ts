import { type Settings, settingKeys } from '../../../app/contract/settings.ts';

/** For each setting two values that are not its default: one of IT's and one of a person's. A setting without them does not compile. */
const values: { readonly [Key in keyof Settings]: readonly [Settings[Key], Settings[Key]] } = {
  language: ['th', 'en'],
  theme: ['dark', 'light'],
  textSize: [130, 200],
  country: ['LA', 'US'],
  numberForm: ['e164', 'as-typed'],
  deskName: ['Reception', 'Mine'],
  notifyPlaced: [false, true],
  notifyFailed: [false, true],
  notifyNothing: [false, true],
  startAtLogin: [true, false],
  pbxTimeZone: ['Asia/Vientiane', 'UTC'],
  notifyMissed: [false, true],
  quietHours: [{ from: '18:00', to: '08:00' }, null],
  hotkey: ['Control+Alt+K', ''],
  boxKey: ['Control+Alt+J', 'Control+Alt+B'],
  beforeHotkeyCall: ['ask', 'call'],
  copyMarkedText: [true, false],
  internalLength: [6, 5],
  internalShortest: [2, 1],
  rules: [
    [{ name: 'Outside line', match: '0X.', action: 'prefix', value: '9' }],
    [{ name: 'Mine', match: '.', action: 'prefix', value: '8' }],
  ],
  telLinks: [true, false],
  sipLinks: [true, false],
  openIn: ['https://crm.example.com/?q={number}', 'https://mine.example.com/{e164}'],
  openInAfterCall: [true, false],
  proxy: [{ use: 'server', address: 'proxy.example.com:3128' }, { use: 'none' }],
  directory: [
    { from: 'web', address: 'https://it.example.com/people.csv' },
    { from: 'ldap', address: 'ldaps://ad.example.com', base: 'dc=example,dc=com', people: 'asked' },
  ],
  trustedCertificates: [
    [{ host: 'pbx.example.com', sha256: 'AB:'.repeat(31).concat('CD') }],
    [{ host: 'pbx.example.com', sha256: 'ef'.repeat(32) }],
  ],
  askToTrust: [false, true],
  keepCalls: [30, 90],
  keepNotes: [30, 7],
  keepAttempts: [7, null],
  recordingNames: ['{number} {date}', '{name} {date} {time}'],
  keepRecordings: [0, 7],
  updates: ['tell', 'install'],
};

/** Name, IT's value, the person's. */
export const everySetting = settingKeys.map((key) => [key, ...values[key]] as const);
/** IT's values of all of them. */
export const allOfIt = Object.fromEntries(everySetting.map(([key, value]) => [key, value]));
