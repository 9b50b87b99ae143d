import { TriangleAlert } from 'lucide';
import type { ComponentType, FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { useWords } from './context.ts';
import { Icon } from './icon.tsx';
import { Prose } from './prose.tsx';
import './later.css';

export interface Later<P> extends FunctionComponent<P> {
  /** Resolves once it can be drawn at once, or can't be had. */
  ready(): Promise<void>;
}

/** A part of the page that the first picture does without: fetched after it (`app.tsx`), or when it is drawn before that. */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>): Later<P> {
  let Part: ComponentType<P> | null = null;
  let asked: Promise<void> | null = null;
  let isMissing = false;
  function ready(): Promise<void> {
    asked ??= fetch().then(
      (part) => {
        Part = part;
      },
      () => {
        isMissing = true;
      },
    );
    return asked;
  }
  function Later(props: P) {
    const [, draw] = useState(false);
    useLayoutEffect(() => {
      if (Part === null) void ready().then(() => draw(true));
    }, []);
    if (Part !== null) return <Part {...props} />;
    return isMissing ? <Missing /> : null;
  }
  return Object.assign(Later, { ready });
}

/** Chromium asks for what did not come only where the page is loaded anew. */
function Missing() {
  const words = useWords();
  return (
    <div class="missing" role="alert">
      <Icon node={TriangleAlert} size={20} />
      <p>
        <Prose text={words.partMissing} />
      </p>
      <Button onPress={() => window.location.reload()}>{words.tryAgain}</Button>
    </div>
  );
}
