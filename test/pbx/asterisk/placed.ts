/** Who calls whom, in seconds after the start of the first. */
export interface Placed {
  readonly at?: number;
  /** A phone inside, or the number of somebody outside. */
  readonly from: string;
  readonly to: string;
  /** Pressed two seconds after the PBX answered; `w` is half a second. */
  readonly keys?: string;
  /** Stays so long after that. */
  readonly hold?: number;
  /** Gives up where nobody answers. */
  readonly wait?: number;
}

export interface ToMake {
  readonly id: string;
  readonly text: string;
  /** What the phones do when they ring, one word for each time: see `phones/extensions.conf`. */
  readonly phones?: Readonly<Record<string, string>>;
  readonly calls: readonly Placed[];
  /** The operator's panel: what the trunk's channel is sent to. */
  readonly redirect?: { readonly at: number; readonly to: string };
}

const outside = '0891120';
/** Each caller has a number of their own. */
export function callersFrom(first: number): (to: string, more?: Partial<Placed>) => Placed {
  let next = first;
  return (to, more = {}) => ({
    from: `${outside}${String(next++).padStart(3, '0')}`,
    to,
    hold: 10,
    ...more,
  });
}
