import Link from 'next/link';
import type { ReactNode } from 'react';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr">
      <head><link rel="icon" href="data:," /></head>
      <body>
        <nav><Link href="/">Accueil</Link> <Link href="/article">Article</Link></nav>
        {children}
      </body>
    </html>
  );
}
