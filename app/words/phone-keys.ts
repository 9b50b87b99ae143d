export interface PhoneKey {
  readonly key: string;
  readonly latin: string;
  readonly thai: string;
}

/**
 * The letters on a phone's keys.
 *
 * Latin: ITU-T E.161. Thai: there is no national standard (NECTEC's project "Input Method for Thai Language on Mobile Phones", 2005,
 * set out to draft one because "there are many different keypad layouts"). This is the layout of LG's handsets (A165) and of the
 * keyboard Traditional T9 (its `Thai.yml`): consonants in the order of the alphabet on 2 to 7, marks above and below them on 8, and
 * the vowels that stand beside them on 9.
 */
export const phoneKeys: readonly PhoneKey[] = [
  { key: '1', latin: '', thai: '' },
  { key: '2', latin: 'ABC', thai: 'กขฃคฅฆงจฉ' },
  { key: '3', latin: 'DEF', thai: 'ชซฌญฎฏฐฑฒณ' },
  { key: '4', latin: 'GHI', thai: 'ดตถทธน' },
  { key: '5', latin: 'JKL', thai: 'บปผฝพฟ' },
  { key: '6', latin: 'MNO', thai: 'ภมยรลว' },
  { key: '7', latin: 'PQRS', thai: 'ศษสหฬอฮ' },
  { key: '8', latin: 'TUV', thai: 'ิีึืฺุูั็่้๊๋์ํ๎' },
  { key: '9', latin: 'WXYZ', thai: 'ะาำเแโใไๅๆฯฤฦ' },
  { key: '*', latin: '', thai: '' },
  { key: '0', latin: '', thai: '' },
  { key: '#', latin: '', thai: '' },
];
