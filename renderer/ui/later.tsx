import type { ComponentType, FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface Later<P> extends FunctionComponent<P> {
  /** Resolves once it can be drawn at once. */
  ready(): Promise<void>;
}

/** A part of the page that few starts need: fetched when it is drawn first. */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>): Later<P> {
  let Part: ComponentType<P> | null = null;
  async function ready() {
    Part ??= await fetch();
  }
  function Later(props: P) {
    const [, draw] = useState(false);
    useLayoutEffect(() => {
      if (Part === null) void ready().then(() => draw(true));
    }, []);
    return Part === null ? null : <Part {...props} />;
  }
  return Object.assign(Later, { ready });
}
