import { codeOf } from '../util/code-of.ts';
import { type Marks, type MarksParts, marksFiles, openMarks } from './marks.ts';

/** Of who is signed in: they are open already. */
export interface OwnMarks {
  readonly file: string;
  readonly marks: Marks;
}

interface Parts extends Pick<MarksParts, 'now' | 'keeping'> {
  readonly folder: string;
}

/** What everybody marked who ever signed in here: whoever is away has no more right to keep others' data than who is there. */
export function createMarksOfAll({ folder, now, keeping }: Parts) {
  const all = (own: OwnMarks | null): Marks[] =>
    marksFiles(folder).map((file) =>
      own !== null && file === own.file ? own.marks : openMarks({ file, now, keeping }),
    );
  return {
    expire(own: OwnMarks | null, notesBefore: number, doneBefore: number): void {
      for (const marks of all(own)) {
        try {
          marks.expire(notesBefore, doneBefore);
        } catch (error) {
          keeping.log(`old notes not removed: ${codeOf(error)}`);
        }
      }
    },
    /** `false`: the disk does not let go of all that is under these ids. */
    forget(own: OwnMarks | null, ids: ReadonlySet<string>): boolean {
      const areGone = all(own).map((marks) => {
        try {
          marks.forget(ids);
          return true;
        } catch (error) {
          keeping.log(`notes not removed: ${codeOf(error)}`);
          return false;
        }
      });
      return areGone.every(Boolean);
    },
    notesOlderThan: (own: OwnMarks | null, before: number): number =>
      all(own).reduce((sum, marks) => sum + marks.olderThan(before), 0),
  };
}
