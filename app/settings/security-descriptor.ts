/**
 * Who may change a file of Windows, by its security descriptor as text (Microsoft: "Security Descriptor String Format"): the same in
 * every language, where names like `BUILTIN\Users` are translated.
 */

/** SYSTEM, the Administrators, the administrator's account, administrators of the domain and of the enterprise, the installer. */
const administrators =
  /^(?:SY|BA|LA|DA|EA|S-1-5-18|S-1-5-32-544|S-1-5-21-[\d-]+-(?:500|512|519)|S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)$/;
/** The one who creates something, and the owner, who is looked at: nobody more. */
const stands = /^(?:CO|OW|S-1-3-0|S-1-3-4)$/;

const rights: Readonly<Record<string, number>> = {
  CC: 0x1,
  DC: 0x2,
  LC: 0x4,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
  SD: 0x1_0000,
  RC: 0x2_0000,
  WD: 0x4_0000,
  WO: 0x8_0000,
  GA: 0x1000_0000,
  GX: 0x2000_0000,
  GW: 0x4000_0000,
  GR: 0x8000_0000,
  FA: 0x1f_01ff,
  FR: 0x12_0089,
  FW: 0x12_0116,
  FX: 0x12_00a0,
};

/** Delete it, give rights, take it over; all, or all of writing. */
const replaces = 0x1_0000 | 0x4_0000 | 0x8_0000 | 0x1000_0000 | 0x4000_0000;
/** Beside that: of a file to write it; of a folder to delete what is in it. To put new files there, as `ProgramData` allows everybody, changes none. */
const changes = { file: replaces | 0x2 | 0x4, folder: replaces | 0x40 } as const;

/** False where that is not certain. */
export function onlyAdministratorsWrite(descriptor: string, what: keyof typeof changes): boolean {
  const [, owner = '', list = ''] =
    /^O:([A-Z]{2}|S-[\d-]+)(?:G:(?:[A-Z]{2}|S-[\d-]+))?D:(.*?)(?:S:.*)?$/.exec(descriptor.trim()) ?? [];
  const entries = /^(?:P|AR|AI)*((?:\([^()]*\))+)$/.exec(list)?.[1];
  // Without a list everybody may do everything.
  if (!administrators.test(owner) || entries === undefined) return false;
  return [...entries.matchAll(/\(([^()]*)\)/g)].every(([, entry = '']) => {
    const [type = '', flags = '', mask = '', , , who = ''] = entry.split(';');
    if (type === 'D') return true;
    // Only for what is created in it.
    if (/^(?:[A-Z]{2})*$/.test(flags) && flags.match(/../g)?.includes('IO')) return true;
    if (type === 'A' && (administrators.test(who) || stands.test(who))) return true;
    const given = maskOf(mask);
    return type === 'A' && given !== null && (given & changes[what]) === 0;
  });
}

function maskOf(text: string): number | null {
  if (/^0x[\da-f]{1,8}$/i.test(text)) return Number.parseInt(text, 16) | 0;
  const names = text.match(/../g) ?? [];
  if (names.join('') !== text) return null;
  let mask = 0;
  for (const name of names) {
    const bit = rights[name];
    if (bit === undefined) return null;
    mask |= bit;
  }
  return mask;
}
