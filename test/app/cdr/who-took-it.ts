type Told = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** By call and extension, what its user is told: `direction number result`, and the sentences. Of all others nothing. */
export const expected: Told = {
  i01: {},
  i02: {},
  i03: { 101: ['incoming 0891120003 answered'] },
  i04: { 101: ['incoming 0891120004 missed, Voicemail, 0:07'] },
  i05: { 101: ['incoming 0891120005 missed'] },
  i06: {
    102: ['incoming 0891120006 answered-elsewhere, Answered by 103, Queue 600'],
    103: ['incoming 0891120006 answered, Queue 600'],
  },
  i07: {
    101: ['incoming 0891120007 answered-elsewhere, Answered by Malee (102), Queue Sales, waited 0:10'],
    102: ['incoming 0891120007 answered, Queue Sales, waited 0:10'],
  },
  i08: {
    101: ['incoming 0891120008 answered-elsewhere, Answered by Malee (102), Ring group Front desk (300)'],
    102: ['incoming 0891120008 answered, Ring group Front desk (300)'],
    103: ['incoming 0891120008 answered-elsewhere, Answered by Malee (102), Ring group Front desk (300)'],
  },
  i09: { 101: ['incoming 0891120009 missed, Voicemail, 0:10'] },
  i10: { 102: ['incoming 0891120010 answered'] },
  i11: { 101: ['incoming 0891120011 answered'] },
  i12: { 101: ['incoming 0891120012 missed'] },
  i13: {
    101: ['incoming 0891120013 answered-elsewhere, Answered by Malee (102)'],
    102: ['incoming 0891120013 answered'],
  },
  i14: { 101: ['incoming 0891120014 answered, Through the menu'] },
  i15: { 101: ['incoming 0891120015 missed, Voicemail, 0:10, Through the menu'] },
  i16: {
    101: ['incoming 0891120016 answered, Queue Sales, waited 0:03, Through the menu'],
    102: [
      'incoming 0891120016 answered-elsewhere, Answered by Somchai (101), Queue Sales, waited 0:03, Through the menu',
    ],
  },
  i17: {
    101: [
      'incoming 0891120017 answered-elsewhere, Answered by 103, Ring group Front desk (300), Through the menu',
    ],
    102: [
      'incoming 0891120017 answered-elsewhere, Answered by 103, Ring group Front desk (300), Through the menu',
    ],
    103: ['incoming 0891120017 answered, Ring group Front desk (300), Through the menu'],
  },
  i18: { 101: ['outgoing 102 answered'], 102: ['incoming 101 answered'] },
  i19: { 101: ['incoming 0891120018 answered, Transferred to 700'] },
  i20: {
    101: ['incoming 0891120019 answered, Transferred'],
    102: ['incoming 0891120019 answered, Transferred by Somchai (101)'],
  },
  i21: { 101: ['incoming 0891120020 answered, Transferred, Through the menu'] },
  s01: {
    101: ['incoming 0891120021 answered, Queue Sales, waited 0:03'],
    102: ['incoming 0891120021 answered-elsewhere, Answered by Somchai (101), Queue Sales, waited 0:03'],
  },
  s02: {
    101: ['incoming 0891120022 answered-elsewhere, Answered by Malee (102), Queue Sales, waited 0:18'],
    102: ['incoming 0891120022 answered, Queue Sales, waited 0:18'],
  },
  s03: { 101: ['incoming 0891120023 missed, Queue Sales'], 102: ['incoming 0891120023 missed, Queue Sales'] },
  s04: {
    101: ['incoming 0891120024 missed, Queue Sales, waited 0:10'],
    102: ['incoming 0891120024 missed, Voicemail, 0:11, Queue Sales, waited 0:10'],
  },
  s05: {
    101: ['incoming 0891120025 answered, Transferred to 103, Queue Sales, waited 0:02'],
    102: [
      'incoming 0891120025 answered-elsewhere, Answered by Somchai (101), Answered by 103, Queue Sales, waited 0:02',
    ],
    103: ['incoming 0891120025 answered, Transferred by Somchai (101)'],
  },
  s06: {
    101: ['incoming 0891120026 answered-elsewhere, Answered by Malee (102), Queue Sales, waited 0:02'],
    102: ['incoming 0891120026 answered, Transferred to 103, Queue Sales, waited 0:02'],
    103: ['incoming 0891120026 answered, Transferred by Malee (102)'],
  },
  s07: {
    101: ['incoming 0891120027 answered-elsewhere, Answered by Malee (102), Queue Sales, waited 0:04'],
    102: ['incoming 0891120027 answered, Queue Sales, waited 0:04'],
  },
  s08: {
    101: ['incoming 0891120028 answered-elsewhere, Answered by 103, Queue Support'],
    103: ['incoming 0891120028 answered, Queue Support'],
  },
  s09: {
    101: ['incoming 0891120029 missed, Queue Support'],
    103: ['incoming 0891120029 missed, Queue Support'],
  },
  s10: {
    101: ['incoming 0891120030 answered-elsewhere, Answered by Malee (102), Queue Support'],
    102: ['incoming 0891120030 answered'],
  },
  s11: { 101: ['incoming 0891120031 missed, Queue Support'] },
  s12: {
    101: ['incoming 0891120032 answered-elsewhere, Answered by Malee (102), Queue Sales'],
    102: ['incoming 0891120032 answered, Queue Sales'],
  },
  s13: {
    101: ['incoming 0891120033 answered, Queue Sales, waited 0:10'],
    102: ['incoming 0891120033 answered-elsewhere, Answered by Somchai (101), Queue Sales, waited 0:10'],
  },
  s14: {
    101: ['incoming 103 answered-elsewhere, Answered by Malee (102), Queue Sales, waited 0:02'],
    102: ['incoming 103 answered, Queue Sales, waited 0:02'],
    103: ['outgoing 601 answered, Answered by Malee (102)'],
  },
  s15: {
    102: ['incoming 0891120034 missed, Voicemail, 0:11, Queue 600, waited 0:16'],
    103: ['incoming 0891120034 missed, Queue 600, waited 0:16'],
  },
  s16: {
    101: ['incoming 0891120035 answered, Parked, picked up by 104, Queue Sales, waited 0:02'],
    102: [
      'incoming 0891120035 answered-elsewhere, Answered by Somchai (101), Answered by 104, Queue Sales, waited 0:02',
    ],
    104: ['incoming 0891120035 answered, Parked by Somchai (101)'],
  },
  p10: {
    101: ['incoming 0891120036 answered, Parked, picked up by 104'],
    104: ['incoming 0891120036 answered, Parked by Somchai (101)'],
  },
  p11: {
    101: ['incoming 0891120037 answered, Parked, picked up by 104'],
    104: ['incoming 0891120037 answered, Parked by Somchai (101)'],
  },
  p12: { 101: ['incoming 0891120038 missed, Parked, Rang back here'] },
  p13: { 101: ['incoming 0891120039 answered, Parked'] },
  p14: { 101: ['incoming 0891120040 answered, Parked'] },
  p15: {
    101: ['incoming 0891120041 answered, Parked, picked up by Malee (102)'],
    102: ['incoming 0891120041 answered, Parked by Somchai (101)'],
  },
  p16: {
    101: ['incoming 103 answered, Parked, picked up by 104'],
    103: ['outgoing 101 answered'],
    104: ['incoming 103 answered, Parked by Somchai (101)'],
  },
  p17: {
    101: ['outgoing 0812345678 answered, Parked, picked up by 104'],
    104: ['incoming 0812345678 answered, Parked by Somchai (101)'],
  },
  u01: {
    101: ['incoming 0891120042 answered-elsewhere, Answered by 104'],
    104: ['incoming 0891120042 answered, Picked up for Somchai (101)'],
  },
  u02: {
    101: ['incoming 0891120043 answered-elsewhere, Picked up by 104'],
    104: ['incoming 0891120043 answered, Picked up for Somchai (101)'],
  },
  u03: {
    101: ['incoming 0891120044 answered-elsewhere, Answered by 104, Ring group Front desk (300)'],
    102: ['incoming 0891120044 answered-elsewhere, Answered by 104, Ring group Front desk (300)'],
    103: ['incoming 0891120044 answered-elsewhere, Answered by 104, Ring group Front desk (300)'],
    104: ['incoming 0891120044 answered, Ring group Front desk (300)'],
  },
  u04: {
    101: ['incoming 0891120045 answered-elsewhere, Picked up by 104, Queue Sales, waited 0:03'],
    102: ['incoming 0891120045 answered-elsewhere, Picked up by 104, Queue Sales, waited 0:03'],
    104: ['incoming 0891120045 answered, Picked up for Somchai (101)'],
  },
  f10: {
    101: ['incoming 0891120046 answered-elsewhere, Answered by Malee (102)'],
    102: ['incoming 0891120046 answered'],
  },
  f11: {
    101: ['incoming 0891120047 answered'],
    102: ['incoming 0891120047 answered-elsewhere, Answered by Somchai (101)'],
  },
  f12: { 101: ['incoming 0891120048 missed'], 102: ['incoming 0891120048 missed, Voicemail, 0:14'] },
  f13: { 101: ['incoming 0891120049 missed, Voicemail, 0:14'], 102: ['incoming 0891120049 missed'] },
  x10: {
    101: ['incoming 0891120050 answered, Transferred to Malee (102)'],
    102: ['incoming 0891120050 answered, Transferred by Somchai (101)'],
  },
  x11: {
    101: ['incoming 0891120051 answered, Transferred to Malee (102), not answered, Voicemail, 0:14'],
    102: ['incoming 0891120051 missed, Transferred by Somchai (101), Voicemail, 0:14'],
  },
  x12: {
    101: ['incoming 0891120052 answered, Transferred to Malee (102)'],
    102: ['incoming 0891120052 answered, Transferred by Somchai (101)'],
  },
  x13: {
    101: ['incoming 0891120053 answered, Transferred to Malee (102)'],
    102: ['incoming 0891120053 answered, Transferred by Somchai (101)'],
  },
  x14: { 101: ['incoming 0891120054 answered'], 102: ['incoming 101 missed, Voicemail, 0:11'] },
  x15: {
    101: ['incoming 0891120055 answered, Transferred to Malee (102), not answered'],
    102: ['incoming 0891120055 answered-elsewhere, Answered by Somchai (101), Transferred by Somchai (101)'],
  },
  x16: {
    101: ['incoming 0891120056 answered, Transferred to Malee (102)'],
    102: ['incoming 0891120056 answered, Transferred by Somchai (101)'],
  },
  x17: {
    101: ['incoming 0891120057 answered, Transferred to Front desk (300)'],
    102: ['incoming 0891120057 answered-elsewhere, Answered by 103, Transferred by Somchai (101)'],
    103: ['incoming 0891120057 answered, Transferred by Somchai (101)'],
  },
  x18: {
    101: ['incoming 0891120058 answered, Transferred'],
    102: ['incoming 0891120058 answered, Transferred by Somchai (101), Queue Sales, waited 0:02'],
  },
  x19: {
    101: ['incoming 0891120059 answered, Transferred, Voicemail, 0:14'],
    102: ['incoming 0891120059 missed, Transferred by Somchai (101), Voicemail, 0:14'],
  },
  x20: {
    101: ['incoming 103 answered, Transferred to Malee (102)'],
    102: ['incoming 103 answered, Transferred by Somchai (101)'],
    103: ['outgoing 101 answered, Transferred by Somchai (101) to Malee (102)'],
  },
  x21: {
    101: ['outgoing 0812345678 answered, Transferred to Malee (102)'],
    102: ['incoming 0812345678 answered, Transferred by Somchai (101)'],
  },
  x22: {
    101: ['incoming 103 answered, Transferred by 103'],
    102: ['incoming 101 answered, Transferred by 103'],
    103: ['outgoing 101 answered, Transferred to Malee (102)'],
  },
  x23: {
    101: ['outgoing 0812345678 answered, Transferred to Malee (102)'],
    102: ['incoming 0812345678 answered, Transferred by Somchai (101)'],
  },
  x24: { 101: ['outgoing 0812345678 answered, Transferred'] },
  v10: { 101: ['incoming 0891120060 missed, Voicemail, 0:14'] },
  v11: { 101: ['incoming 0891120061 missed, Voicemail, 0:09'] },
  v12: { 101: ['incoming 0891120062 missed, Voicemail, 0:13'] },
};

/** Each kind of sentence in Thai. */
export const thai: Told = {
  i14: { 101: ['ผ่านเมนูเสียง'] },
  i08: { 103: ['Malee (102) รับสาย', 'กลุ่มรับสาย Front desk (300)'] },
  i19: { 101: ['โอนไปยัง 700'] },
  s02: { 101: ['Malee (102) รับสาย', 'คิว Sales รอ 0:18'] },
  s08: { 103: ['คิว Support'] },
  s04: { 102: ['ฝากข้อความเสียง 0:11', 'คิว Sales รอ 0:10'] },
  p10: { 101: ['พักสาย แล้ว 104 รับต่อ'], 104: ['Somchai (101) พักสายไว้'] },
  p12: { 101: ['พักสาย', 'ดังกลับมาที่นี่'] },
  u02: { 101: ['104 ดึงสายไปรับ'], 104: ['ดึงสายของ Somchai (101) มารับ'] },
  x11: {
    101: ['โอนไปยัง Malee (102) แต่ไม่มีผู้รับ', 'ฝากข้อความเสียง 0:14'],
    102: ['Somchai (101) โอนมาให้', 'ฝากข้อความเสียง 0:14'],
  },
  x18: { 101: ['โอนสาย'] },
  x20: { 103: ['Somchai (101) โอนไปยัง Malee (102)'] },
};
