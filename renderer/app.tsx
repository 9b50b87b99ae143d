import type { Companion } from './companion.ts';
import { SignedIn } from './frame/signed-in.tsx';
import { Starting } from './frame/starting.tsx';
import { SignInView } from './screens/sign-in/view.tsx';
import { SurroundingsContext } from './ui/context.ts';
import './frame/frame.css';

export function App({ companion }: { readonly companion: Companion }) {
  const { settings } = companion;
  const surroundings = { words: settings.words.value, version: settings.view.value?.version ?? '' };
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <div class="frame">
        <Screen companion={companion} />
      </div>
    </SurroundingsContext.Provider>
  );
}

function Screen({ companion }: { readonly companion: Companion }) {
  const view = companion.session.view.value;
  switch (view.state) {
    case 'starting':
      return <Starting />;
    case 'signed-out':
      return <SignInView state={companion.signIn} />;
    case 'signed-in':
      return <SignedIn companion={companion} session={view} />;
  }
}
