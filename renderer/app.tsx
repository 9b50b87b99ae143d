import type { Companion } from './companion.ts';
import { Certificate } from './frame/certificate.tsx';
import { ProxyPassword } from './frame/proxy-password.tsx';
import { SetUpDialogs } from './frame/set-up-question.tsx';
import { SignedIn } from './frame/signed-in.tsx';
import { Starting } from './frame/starting.tsx';
import { SignInView } from './screens/session/view.tsx';
import { type Surroundings, SurroundingsContext, useWords } from './ui/context.ts';
import { Notice } from './ui/notice.tsx';
import './frame/frame.css';

export function App({ companion }: { readonly companion: Companion }) {
  const { settings } = companion;
  const words = settings.words.value;
  if (words === null) return null;
  const surroundings: Surroundings = {
    words,
    pbxZone: settings.pbxZone.value,
    version: settings.view.value?.version ?? '',
    lookAtCertificate: (of) => void companion.trust.look(of),
    askProxyPassword: companion.proxy.ask,
  };
  const certificate = companion.trust.shown.value;
  const question = companion.proxy.question.value;
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <div class="frame">
        <DamageNotices companion={companion} />
        <Screen companion={companion} />
        {question !== null && (
          <ProxyPassword key={JSON.stringify(question)} question={question} state={companion.proxy} />
        )}
        {certificate !== null && (
          <Certificate key={certificate.sha256} certificate={certificate} state={companion.trust} />
        )}
        <SetUpDialogs setUp={companion.setUp} />
      </div>
    </SurroundingsContext.Provider>
  );
}

function DamageNotices({ companion }: { readonly companion: Companion }) {
  const words = useWords();
  const { what, aside, inTheWay } = words.damaged;
  return (
    <>
      {companion.damages.value.map((damage) => (
        <Notice
          key={damage.what}
          text={`${what[damage.what]} ${damage.aside === null ? inTheWay : aside(damage.aside)}`}
          dismiss={words.dismiss}
          onDismiss={companion.dismissDamages}
        />
      ))}
    </>
  );
}

function Screen({ companion }: { readonly companion: Companion }) {
  const view = companion.session.view.value;
  switch (view.state) {
    case 'starting':
      return <Starting />;
    case 'signed-out':
      return (
        <SignInView
          state={companion.signIn}
          again={companion.trust.times.value + companion.proxy.times.value}
          onSetUpFile={companion.setUp.choose}
          settings={companion.settings}
          diagnostics={companion.diagnostics}
        />
      );
    case 'signed-in':
      return <SignedIn companion={companion} session={view} />;
  }
}
