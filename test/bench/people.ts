import { fileURLToPath } from 'node:url';
import { prefixesOf } from '../../app/numbers/prefixes.ts';
import { createIndexing } from '../../app/people/people-index.ts';
import type { Person } from '../../app/people/person.ts';
import { search } from '../../app/people/search.ts';
import { inTurn } from '../../app/util/timer.ts';

const given = {
  thai: 'สมชาย วิภา พลอย น้ำทิพย์ เพ็ญศรี อนันต์ กิตติศักดิ์ ธนพล ณัฐวุฒิ ปิยะ สุภาพร จิราพร มาลี ประเสริฐ วรรณา ชัยวัฒน์'.split(' '),
  latin:
    'Somchai Wipha Ploy Namthip Pensri Anan Kittisak Thanaphon Nattawut Piya Supaporn John Maria Peter Sarah Müller'.split(
      ' ',
    ),
};
const family = {
  thai: 'ใจดี แสงทอง ศรีสุข วงศ์สวัสดิ์ ทองคำ สุขใจ บุญมี จันทร์เพ็ญ พงษ์พานิช รุ่งเรือง'.split(' '),
  latin: 'Jaidee Saengthong Srisuk Wongsawat Thongkham Sukjai Boonmee Chanpen Carter Smith'.split(' '),
};
const ends = 'ka ri na wat porn sak chai dee thong suk ma lo ven ter son'.split(' ');

/** People as a company has them: two alphabets, names that come again and again, one number or two. The same each time. */
export function manyPeople(count: number): Person[] {
  let seed = 7;
  const below = (most: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return Math.floor((seed / 2_147_483_647) * most);
  };
  const oneOf = (list: readonly string[]): string => list[below(list.length)] ?? '';
  return Array.from({ length: count }, (_, index): Person => {
    const script = index % 2 === 0 ? 'thai' : 'latin';
    const second = script === 'thai' ? oneOf(given.thai).slice(0, 2) : oneOf(ends) + oneOf(ends);
    const mobile = `08${10_000_000 + below(89_999_999)}`;
    return {
      source: 'contact',
      name: `${script === 'thai' ? 'คุณ' : ''}${oneOf(given[script])} ${oneOf(family[script])}${second}`,
      company: below(3) === 0 ? `${oneOf(family.latin)} Trading Co., Ltd.` : '',
      also: '',
      numbers: [
        { number: mobile, label: '' },
        ...(below(2) === 0 ? [{ number: `+66 2 ${1_000_000 + below(8_999_999)}`, label: 'work' }] : []),
      ],
      at: null,
    };
  });
}

/** What people type: a letter, names in both alphabets, words in another order, slips, digits, a name on the keys, and nothing there is. */
const questions = [
  ...['s', 'som', 'somchai', 'jaidee somchai', 'trading wip', 'วิภา', 'สมชาย ใจดี', 'สมขาย', 'smochai'],
  ...['nattawud', 'aann', 'xqzt', '08', '081', '5678', '+6681', '766', '76624'],
];

/** Milliseconds of the slowest question to so many people, and of one plain look for a word in as many names, by turns. */
export async function askPeople(
  rounds: number,
  count = 50_000,
): Promise<{ slowest: number[]; plain: number[] }> {
  const prefixes = prefixesOf('TH');
  const people = manyPeople(count);
  const index = await createIndexing(() => prefixes)(
    'contact',
    people,
    () => inTurn(() => {}),
    () => false,
  );
  if (index === null) throw new Error('no index');
  const names = people.map(({ name, company }) => `${name} ${company}`.toLowerCase());
  const took = { slowest: [] as number[], plain: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    const each = questions.map((typed) =>
      timed(() => {
        const { matches } = search({ contact: index }, typed, prefixes, 12);
        if (matches.length === 0 && !['xqzt', '08'].includes(typed)) throw new Error(`nobody by ${typed}`);
      }),
    );
    const plain = timed(() => names.filter((name) => name.includes('somchai')));
    // The first round warms the compiler up.
    if (round < 0) continue;
    took.slowest.push(Math.max(...each));
    took.plain.push(plain);
  }
  return took;
}

/** Milliseconds: the longest for which nobody else has a turn while so many people are made ready, and how long that takes in all. */
export async function makePeopleReady(count = 50_000): Promise<{ longest: number; whole: number }> {
  const prefixes = prefixesOf('TH');
  const people = manyPeople(count);
  const from = performance.now();
  let since = from;
  let longest = 0;
  await createIndexing(() => prefixes)(
    'colleague',
    people,
    () => {
      longest = Math.max(longest, performance.now() - since);
      return inTurn(() => {
        since = performance.now();
      });
    },
    () => false,
  );
  return { longest: Math.max(longest, performance.now() - since), whole: performance.now() - from };
}

function timed(act: () => unknown): number {
  const from = performance.now();
  act();
  return performance.now() - from;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await askPeople(15));
  console.table(await makePeopleReady());
}
