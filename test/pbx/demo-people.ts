/** Made-up people and numbers: `0812340011` and its like are patterns, and +1 415 555 01xx is kept for fiction. */

export interface Desk {
  readonly extension: string;
  readonly name: string;
}

export const desks = {
  front: { extension: '101', name: 'Front desk' },
  sales: { extension: '102', name: 'Malee Suksan' },
  accounts: { extension: '103', name: 'อนันต์ ใจดี' },
} as const satisfies Record<string, Desk>;

export const allDesks: readonly Desk[] = Object.values(desks);

export const company = {
  name: 'Baan Suan Trading',
  number: '021234500',
  ringGroup: '300',
  queue: '600',
  /** The number that a caller dials for each of them. */
  did: (inside: string): string => `021234${inside}`,
} as const;

export interface Party {
  readonly number: string;
  /** The caller's name where the network or the PBX's phone book knows it; else empty. */
  readonly name: string;
}

export const parties: readonly Party[] = [
  { number: '0812340011', name: 'คุณสมชาย รักไทย' },
  { number: '0812340012', name: 'Khun Ploy' },
  { number: '0898760013', name: 'วิภา ศรีสุข' },
  { number: '0651230014', name: '' },
  { number: '0912340015', name: 'Nok (delivery)' },
  { number: '0861230016', name: 'ร้านกาแฟดอยหลวง' },
  { number: '021234517', name: 'ACME Logistics' },
  { number: '021234518', name: 'ธนาคารตัวอย่าง สาขาสีลม' },
  { number: '053123419', name: 'Chiang Mai Ceramics' },
  { number: '076123420', name: 'Andaman Resort' },
  { number: '+66812340021', name: '' },
  { number: '+14155550122', name: 'Jane Carter' },
  { number: '+81312345623', name: '' },
  { number: '0812340024', name: 'น้ำฝน แสงทอง' },
];

/** As a trunk hands on a caller who withheld the number. */
export const withheld: Party = { number: 'anonymous', name: 'Anonymous' };
