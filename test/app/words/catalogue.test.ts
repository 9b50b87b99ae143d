import { expect, test } from 'vitest';
import { recordingProblems } from '../../../app/contract/recordings.ts';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';

/** Every sentence of a catalogue with the way to it; functions are called with values that hold no letters. */
function sentences(node: unknown, at = ''): [string, string][] {
  if (typeof node === 'string') return [[at, node]];
  if (typeof node === 'function') return sentences(node('12', '34'), at);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => sentences(value, at === '' ? key : `${at}.${key}`));
}

/** The same in every language: names, protocols, examples, keys of the keyboard, and each language's name in itself. */
const everywhere =
  /Ctrl\+Alt\+D|Ctrl|Alt|Backspace|Escape|promptCall Companion|promptCall|Noto Sans Thai|Authorization|English|pbx\.example\.com(:4433)?|PBX|API|URL|POST|GET|https?|Enter|WAV|CSV|XLSX|JSON|tel:|callto:|sip:|SIP|TLS|SHA-256|PAC|Ploy|Query string|Wayland|vCard|\.vcf|LDAP|Active Directory|StartTLS|ldaps?|Outlook|Google|Apple|Excel|MB/g;
/** What is typed on a command line is the same in every language too; what an action is found by is shown to nobody. */
const own = /^(locale|commandLine\.(help|wrong)|actions\.\w+\.also)/;

test('a person who reads Thai meets no English sentence', () => {
  const english = sentences(th).filter(
    ([at, text]) => !own.test(at) && /[A-Za-z]/.test(text.replace(everywhere, '')),
  );
  expect(english).toEqual([]);
});

test('a person who reads English meets no Thai letter', () => {
  const thai = sentences(en).filter(([at, text]) => !own.test(at) && /[\u0e00-\u0e7f]/.test(text));
  expect(thai).toEqual([]);
});

/** A word of the Thai screen, and what it says in English there. */
const meanings = [
  ['บันทึก', /\bsav(?:e|ed|ing)\b/i],
  ['หมายเหตุ', /\bnotes?\b/i],
  ['เสียงสนทนา', /\brecord|\bsound\b/i],
  ['ระบบโทรศัพท์', /\bPBX\b/],
  ['ปุ่มลัด', /\b(?:hot)?keys?\b/i],
] as const;

test.each(meanings)('%s is one thing on the Thai screen', (word, english) => {
  const said = new Map(sentences(en));
  const others = sentences(th).filter(
    ([at, text]) => text.includes(word) && !own.test(at) && !english.test(said.get(at) ?? ''),
  );
  expect(others).toEqual([]);
});

/** Two words for one thing, of which the first is ours. */
const other = [
  ['หมายเลข', /เบอร์(?!ภายใน)/],
  ['รายชื่อ', /รายชื่อติดต่อ/],
  ['เสียงสนทนา', /เสียงบันทึก|บันทึกเสียง|ไฟล์เสียง(?!สนทนา)/],
  ['กรุณา', /โปรด(?=แจ้ง|ตรวจ|ดู|ลอง|ติดต่อ|สอบถาม)/],
] as const;

test.each(other)('what is %s on the Thai screen has no other word', (_word, second) => {
  expect(sentences(th).filter(([at, text]) => second.test(text) && !own.test(at))).toEqual([]);
});

test('no word is empty in either language', () => {
  for (const words of [en, th]) expect(sentences(words).filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('Thai says something of its own wherever English does', () => {
  const english = new Map(sentences(en));
  const untranslated = sentences(th).filter(
    ([at, text]) =>
      english.get(at) === text && /[A-Za-z]/.test(text.replace(everywhere, '')) && !own.test(at),
  );
  expect(untranslated).toEqual([]);
});

test.each(recordingProblems)(
  'what is wrong with a recording, %s, and what to do about it are both said',
  (problem) => {
    for (const words of [en, th]) {
      const { what, todo } = words.recordings.problem[problem];
      for (const sentence of [what, todo]) expect(sentence.length).toBeLessThanOrEqual(66);
      expect(what).not.toBe(todo);
    }
  },
);
