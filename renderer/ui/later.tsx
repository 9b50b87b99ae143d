import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** A part of the page that few starts need: fetched when it is drawn first. */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Part: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [, draw] = useState(false);
    useLayoutEffect(() => {
      if (Part !== null) return;
      void fetch().then((fetched) => {
        Part = fetched;
        draw(true);
      });
    }, []);
    return Part === null ? null : <Part {...props} />;
  };
}
