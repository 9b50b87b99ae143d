import { codeOf } from '../util/code-of.ts';
import { type Annotations, type AnnotationsParts, annotationsFiles, openAnnotations } from './annotations.ts';

/** Of who is signed in: they are open already. */
export interface OwnAnnotations {
  readonly file: string;
  readonly annotations: Annotations;
}

interface Parts extends Pick<AnnotationsParts, 'now' | 'keeping'> {
  readonly folder: string;
}

/** What everybody marked who ever signed in here: whoever is away has no more right to keep others' data than who is there. */
export function createAllAnnotations({ folder, now, keeping }: Parts) {
  const all = (own: OwnAnnotations | null): Annotations[] =>
    annotationsFiles(folder).map((file) =>
      own !== null && file === own.file ? own.annotations : openAnnotations({ file, now, keeping }),
    );
  return {
    expire(own: OwnAnnotations | null, notesBefore: number, doneBefore: number): void {
      for (const annotations of all(own)) {
        try {
          annotations.expire(notesBefore, doneBefore);
        } catch (error) {
          keeping.log(`old notes not removed: ${codeOf(error)}`);
        }
      }
    },
    /** `false`: the disk does not let go of all that is under these ids. */
    forget(own: OwnAnnotations | null, ids: ReadonlySet<string>): boolean {
      const areGone = all(own).map((annotations) => {
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
    notesOlderThan: (own: OwnAnnotations | null, before: number): number =>
      all(own).reduce((sum, annotations) => sum + annotations.olderThan(before), 0),
  };
}
