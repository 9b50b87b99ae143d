import { codeOf } from '../util/code-of.ts';
import { type Annotations, type AnnotationsParts, annotationsFiles, openAnnotations } from './annotations.ts';

interface Parts extends Pick<AnnotationsParts, 'now' | 'keeping'> {
  readonly folder: string;
  /** Of who is signed in: they are open already. `null`: nobody is. */
  readonly own: () => Annotations | null;
}

/** What everybody marked who ever signed in here: whoever is away has no more right to keep others' data than who is there. */
export function createAllAnnotations({ folder, own, now, keeping }: Parts) {
  function all(): Annotations[] {
    const open = own();
    return annotationsFiles(folder).map((file) =>
      open?.file === file ? open : openAnnotations({ file, now, keeping }),
    );
  }
  return {
    expire(notesBefore: number, doneBefore: number): void {
      for (const annotations of all()) {
        try {
          annotations.expire(notesBefore, doneBefore);
        } catch (error) {
          keeping.log(`old notes not removed: ${codeOf(error)}`);
        }
      }
    },
    /** `false`: the disk does not let go of all that is under these ids. */
    forget(ids: ReadonlySet<string>): boolean {
      const areGone = all().map((annotations) => {
        try {
          annotations.forget(ids);
          return true;
        } catch (error) {
          keeping.log(`notes not removed: ${codeOf(error)}`);
          return false;
        }
      });
      return areGone.every(Boolean);
    },
    notesOlderThan: (before: number): number =>
      all().reduce((sum, annotations) => sum + annotations.olderThan(before), 0),
  };
}
