// A component of the server, rendered for each request.

import { connection } from 'next/server';
import { RecoveryAdvisor } from './recovery-advisor';
import { Refresh } from './refresh';

let rendered = 0;

export default async function Home() {
  await connection();
  return (
    <main>
      <h1>Accueil</h1>
      <Refresh rendered={++rendered} />
      <RecoveryAdvisor lang="fr"><p><a href="/article">Réserver</a></p></RecoveryAdvisor>
    </main>
  );
}
