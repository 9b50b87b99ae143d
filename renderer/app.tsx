import type { Companion } from './companion.ts';
import { SignedIn, signedInParts, signedInReady } from './frame/signed-in.tsx';
import { Starting } from './frame/starting.tsx';
import { type Surroundings, SurroundingsContext, useWords } from './ui/context.ts';
import { later } from './ui/later.tsx';
import { Notice } from './ui/notice.tsx';
import './frame/frame.css';

const SignInView = later(async () => (await import('./screens/session/view.tsx')).SignInView);
const Certificate = later(async () => (await import('./frame/certificate.tsx')).Certificate);
const ProxyPassword = later(async () => (await import('./frame/proxy-password.tsx')).ProxyPassword);
const SetUpDialogs = later(async () => (await import('./frame/set-up-question.tsx')).SetUpDialogs);

/** Resolves once all that the first picture shows is here: it is drawn whole, and not piece by piece. */
export async function pictureReady({ session, navigation, proxy, setUp, trust }: Companion): Promise<void> {
  await Promise.all([
    session.view.peek().state === 'signed-in' ? signedInReady(navigation) : SignInView.ready(),
    proxy.question.peek() !== null && ProxyPassword.ready(),
    trust.shown.peek() !== null && Certificate.ready(),
    setUp.shown.peek() && SetUpDialogs.ready(),
  ]);
}

/** All the rest, after the first picture and one by one: what is pressed, or comes by itself, is there at once. */
export async function fetchRest(): Promise<void> {
  for (const part of [SignInView, SetUpDialogs, Certificate, ProxyPassword, ...signedInParts]) {
    await new Promise((idle) => requestIdleCallback(idle, { timeout: 1_000 }));
    await part.ready();
  }
}

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
        {companion.setUp.shown.value && <SetUpDialogs setUp={companion.setUp} />}
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
