import { useEffect, useRef } from 'preact/hooks';

/**
 * The person goes on to something else in a part of the screen: presses anything there but what stands in `apart`, or types. What was said
 * about the action before has been read then.
 */
export function useGoesOn(
  part: { readonly current: HTMLElement | null },
  apart: string,
  act: () => void,
): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const own = part.current;
    const went = ({ target }: Event) => {
      if (target instanceof Element && target.closest(apart) === null) latest.current();
    };
    // Before what was pressed acts: what that brings about is not to be taken away.
    for (const name of ['click', 'input'] as const) own?.addEventListener(name, went, { capture: true });
    return () => {
      for (const name of ['click', 'input'] as const) own?.removeEventListener(name, went, { capture: true });
    };
  }, []);
}
