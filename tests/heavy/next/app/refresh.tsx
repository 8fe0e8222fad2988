'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** How often the server has rendered the page; a click asks for it once more. */
export function Refresh({ rendered }: { rendered: number }) {
  const router = useRouter();
  useEffect(() => { document.documentElement.dataset.hydrated = ''; }, []);
  return <button data-rendered="" onClick={() => router.refresh()}>{rendered}</button>;
}
