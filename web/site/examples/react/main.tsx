import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { RecoveryAdvisor } from './recovery-advisor';

function Page() {
  const [booked, setBooked] = useState('');
  return (
    <main>
      <h1>For runners</h1>
      <RecoveryAdvisor lang="en" onBook={({ service }) => { setBooked(service); return false; }}>
        <p><a href="/booking">Book a massage</a></p>
      </RecoveryAdvisor>
      <output>{booked}</output>
    </main>
  );
}

createRoot(document.querySelector('#page')!).render(<StrictMode><Page /></StrictMode>);
