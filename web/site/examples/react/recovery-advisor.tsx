// <recovery-advisor> as a React component (18 or 19): properties in, callbacks out. Copy it into your project.

'use client';

import 'recovery-advisor';
import type { Advice, Intake, RecoveryAdvisorElement, RecoveryAdvisorEventMap } from 'recovery-advisor';
import { createElement, useEffect, useRef, type ReactNode } from 'react';

export interface RecoveryAdvisorProps {
  lang?: 'fr' | 'en';
  site?: string;
  load?: 'interaction' | 'visible' | 'eager';
  theme?: 'auto' | 'light' | 'dark';
  /** What is read without script, and where the tool cannot run. */
  children?: ReactNode;
  /** Replaces what was told whenever it is another object. */
  intake?: Intake | null;
  onReady?: (element: RecoveryAdvisorElement) => void;
  /** Health data: it must not leave the page without express consent. */
  onChange?: (intake: Intake) => void;
  onAdvice?: (advice: Advice) => void;
  /** `false` keeps the booking link from being followed. */
  onBook?: (booking: { url: string; service: string }) => boolean | void;
  onError?: (message: string) => void;
}

export function RecoveryAdvisor({ intake, onReady, onChange, onAdvice, onBook, onError, ...attributes }: RecoveryAdvisorProps) {
  const element = useRef<RecoveryAdvisorElement>(null);
  const latest = useRef({ onReady, onChange, onAdvice, onBook, onError });
  latest.current = { onReady, onChange, onAdvice, onBook, onError };

  useEffect(() => {
    const advisor = element.current!;
    const stay = new AbortController();
    const on = <K extends keyof RecoveryAdvisorEventMap>(type: K, listener: (event: RecoveryAdvisorEventMap[K]) => void) =>
      advisor.addEventListener(type, listener, { signal: stay.signal });
    on('advisor-ready', () => latest.current.onReady?.(advisor));
    on('advisor-change', (event) => latest.current.onChange?.(event.detail.intake));
    on('advisor-advice', (event) => latest.current.onAdvice?.(event.detail.advice));
    on('advisor-book', (event) => latest.current.onBook?.(event.detail) === false && event.preventDefault());
    on('advisor-error', (event) => latest.current.onError?.(event.detail.message));
    return () => stay.abort();
  }, []);

  useEffect(() => {
    if (intake !== undefined) element.current!.intake = intake;
  }, [intake]);

  // The element writes its attribute `state` before React looks at what the server has sent.
  return createElement('recovery-advisor', { ref: element, suppressHydrationWarning: true, ...attributes });
}
