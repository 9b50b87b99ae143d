/** A place in a recording that a note names: `2:13`, `1:02:13`, and `2:13#2` in the second recording of a call. */
export interface Moment {
  readonly seconds: number;
  /** Which of the call's recordings, from 0. */
  readonly part: number;
  /** As it is written. */
  readonly text: string;
  /** What is said of it: the rest of its line, up to the next moment. */
  readonly word: string;
}

const written = /(?<![\w:.#+-])(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:#([1-9]\d?))?(?![\d:#])/g;

/** In the order in which they are written: two at one place, each with its word. `longest`: seconds that a recording of the call can have; `null`: not known. `parts`: recordings of the call. */
export function momentsIn(note: string, longest: number | null, parts: number): Moment[] {
  const found: Moment[] = [];
  for (const line of note.split('\n')) {
    const hits = [...line.matchAll(written)];
    for (const [at, hit] of hits.entries()) {
      const [text, hours = '0', minutes = '0', seconds = '0', part = '1'] = hit;
      const moment = {
        seconds: Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds),
        part: Number(part) - 1,
        text,
        word: line.slice(hit.index + text.length, hits[at + 1]?.index).trim(),
      };
      // A time of day, most likely.
      const isBeyond = longest !== null && moment.seconds > longest;
      // Where the rows do not say whether it was recorded, there may be one.
      if (!isBeyond && moment.part < Math.max(1, parts)) found.push(moment);
    }
  }
  // A place that is named again says no more, unless there is another word to it.
  return found.filter(
    (one, index) =>
      !found.some(
        ({ part, seconds, word }, at) =>
          part === one.part && seconds === one.seconds && (word === one.word ? at < index : one.word === ''),
      ),
  );
}

export function momentText(seconds: number, part: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return part === 0 ? clock : `${clock}#${part + 1}`;
}

/** A note with a mark more, on a line of its own. */
export function withMark(note: string, seconds: number, part: number, word: string): string {
  const line = `${momentText(seconds, part)} ${word.replace(/\s+/g, ' ').trim()}`.trim();
  return note.trim() === '' ? line : `${note.trimEnd()}\n${line}`;
}
