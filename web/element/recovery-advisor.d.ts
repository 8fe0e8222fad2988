// Types of <recovery-advisor>. Intake and Advice are of version 1.

export type Language = 'en' | 'fr';
export type Pressure = 'none' | 'light' | 'moderate' | 'deep';
export type Answer = 'yes' | 'no' | 'unsure';
export type BenefitId =
  | 'injury_prevention'
  | 'injury_recovery'
  | 'circulation'
  | 'flexibility'
  | 'soreness_relief'
  | 'relaxation';
export type SafetyLevel =
  'clear' | 'tell_therapist' | 'avoid_area' | 'clinician_first' | 'urgent' | 'emergency';

export interface Mark {
  /** An area's id with its side: "calf_l", "low_back". */
  region: string;
  /** 1 to 10, whole. */
  intensity: number;
  quality?: 'tight' | 'sore' | 'ache' | 'sharp' | 'burning' | 'stiff' | 'cramp' | 'numb';
  onset?: 'after_run' | 'gradual' | 'sudden';
  /** YYYY-MM-DDTHH:MM or YYYY-MM-DD. */
  since?: string;
}

/** What a runner told. */
export interface Intake {
  version: 1;
  /** Wall clock of the business, YYYY-MM-DDTHH:MM. */
  now: string;
  language?: Language;
  marks: Mark[];
  screened?: boolean;
  answers?: Record<string, Answer | { answer: Answer; regions?: string[]; cleared?: boolean }>;
  runs?: { last_hard_end?: string; next_hard?: string };
  races?: { date: string; distance_km?: number }[];
  massage?: { experience?: 'first' | 'occasional' | 'regular'; last_deep?: string };
  day?: string;
  phase?: 'maintenance' | 'build' | 'peak' | 'taper' | 'off';
  goals?: BenefitId[];
}

/** What the advisor answers. */
export interface Advice {
  version: 1;
  language: Language;
  safety: {
    level: SafetyLevel;
    flags: { id: string; level: string; regions?: string[]; text: string }[];
    unanswered: string[];
    message: string;
  };
  areas: {
    region: string;
    label: string;
    intensity: number;
    pressure: Pressure;
    cap: Pressure;
    avoid: boolean;
    techniques: { id: string; label: string }[];
    note?: string;
    self_care?: string;
  }[];
  benefits: {
    id: BenefitId;
    title: string;
    explanation: string;
    score?: number;
    why: string[];
    evidence: { grade: 'moderate' | 'limited' | 'contested'; text: string; sources: string[] };
  }[];
  timing: {
    days: { date: string; pressure: Pressure; ideal: boolean; reasons: string[] }[];
    earliest_light: string | null;
    earliest_deep: string | null;
    ideal: string[];
    cadence_days: [number, number] | null;
  } | null;
  session: { day: string; minutes: number; pressure: Pressure; focus: string[] } | null;
  booking: { allowed: boolean; prompt: string; url?: string | null; summary?: string };
  disclaimer: string;
  trace: { rule: string; effect: string }[];
}

export type AdvisorState = 'idle' | 'loading' | 'ready' | 'fallback';

export interface RecoveryAdvisorEventMap {
  'advisor-ready': CustomEvent<Record<string, never>>;
  'advisor-change': CustomEvent<{ intake: Intake }>;
  'advisor-advice': CustomEvent<{ advice: Advice }>;
  /** Cancelable: the link is followed only if nobody cancels it. */
  'advisor-book': CustomEvent<{ url: string; service: string }>;
  'advisor-error': CustomEvent<{ message: string }>;
}

/**
 * Attributes: lang (fr, en), site (address of a site.json), load (interaction, visible, eager),
 * theme (auto, light, dark).
 */
export interface RecoveryAdvisorElement extends HTMLElement {
  intake: Intake | null;
  readonly advice: Advice | null;
  readonly state: AdvisorState;
  /** Rejects with an Error whose `place` is a JSON pointer when the intake is not valid. */
  advise(intake: Intake): Promise<Advice>;
  reset(): void;
  open(): Promise<void>;
  addEventListener<K extends keyof RecoveryAdvisorEventMap>(
    type: K,
    listener: (event: RecoveryAdvisorEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'recovery-advisor': RecoveryAdvisorElement;
  }
}
