/**
 * Emergency numbers by country. libphonenumber-js carries no short numbers, and these few must never be rewritten
 * or blocked. 112 and 911 count everywhere: mobile networks lead both to the local emergency service (3GPP TS
 * 22.101 §10.1), and people know them from abroad and from films.
 */
const everywhere = ['112', '911'];

const byCountry: Readonly<Record<string, readonly string[]>> = {
  // Police, fire, medical, tourist police, Bangkok medical, disaster, highway police, rescue.
  TH: ['191', '199', '1669', '1155', '1646', '1784', '1193', '1554'],
  AU: ['000'],
  BD: ['999'],
  CN: ['110', '119', '120', '122'],
  DE: ['110'],
  FR: ['15', '17', '18'],
  GB: ['999'],
  HK: ['999'],
  ID: ['110', '113', '118', '119'],
  IN: ['100', '101', '102', '108'],
  JP: ['110', '118', '119'],
  KH: ['117', '118', '119'],
  KR: ['119'],
  LA: ['1190', '1191', '1195'],
  MM: ['191', '192', '199'],
  MY: ['999'],
  NZ: ['111'],
  PH: ['117'],
  SG: ['995', '999'],
  TW: ['110', '119'],
  VN: ['113', '114', '115'],
};

export function isEmergency(digits: string, country: string): boolean {
  return everywhere.includes(digits) || (byCountry[country]?.includes(digits) ?? false);
}

/** Thai hotlines, police to pizza: four digits from 1, the same from every line, without an area code. */
export function isHotline(digits: string, country: string): boolean {
  return country === 'TH' && /^1\d{3}$/.test(digits);
}
