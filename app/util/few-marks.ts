/** Marks on one letter, and the joiners that stand among them. */
const manyMarks = /[\p{M}\u200c\u200d]{4,}/gu;
const joiner = /[\u200c\u200d]/;
/** These are drawn one over the other, as high as there are of them. Accents and Arabic vowels have no script of their own (`Zinh`). */
const stacked = /[\p{sc=Zinh}\p{sc=Thai}\p{sc=Lao}\p{sc=Cyrl}\p{Me}]/u;

/**
 * On one letter: Vietnamese and Thai have two, Arabic and Greek with an iota below three; a stack of Tibetan, or Hebrew with vowels and accents,
 * has up to six, which go to places of their own.
 */
const most = { stacked: 3, all: 6 } as const;

/** Without what no script needs: ninety marks on one letter would be drawn over the lines around it. */
export function withFewMarks(text: string): string {
  return text.replace(manyMarks, (marks) => {
    const count = { stacked: 0, all: 0 };
    return Array.from(marks, (mark) => {
      if (joiner.test(mark)) return mark;
      if (stacked.test(mark) && count.stacked++ >= most.stacked) return '';
      return count.all++ < most.all ? mark : '';
    }).join('');
  });
}
