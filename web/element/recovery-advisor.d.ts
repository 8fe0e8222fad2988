// Types of <recovery-advisor>. Intake and Advice are of version 1.

import type {
  Answer,
  BlockReason,
  Experience,
  Grade,
  Language,
  Onset,
  Phase,
  Pressure,
  Quality,
  SafetyLevel,
} from 'built:vocabulary';

export type {
  Answer,
  BlockReason,
  Experience,
  Grade,
  Language,
  Onset,
  Phase,
  Pressure,
  Quality,
  SafetyLevel,
};
export type BenefitId =
  | 'injury_prevention'
  | 'injury_recovery'
  | 'circulation'
  | 'flexibility'
  | 'soreness_relief'
  | 'relaxation';

export interface Mark {
  /** An area's id with its side: "calf_l", "low_back". */
  region: string;
  /** 1 to 10, whole. */
  intensity: number;
  quality?: Quality;
  onset?: Onset;
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
  massage?: { experience?: Experience; last_deep?: string };
  day?: string;
  /** Days chosen for sessions after the next one: at most 12, each once. */
  block_days?: string[];
  phase?: Phase;
  goals?: BenefitId[];
}

/** What the advisor answers. */
export interface Advice {
  version: 1;
  language: Language;
  safety: {
    level: SafetyLevel;
    flags: { id: string; level: SafetyLevel; regions?: string[]; text: string }[];
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
    evidence: { grade: Grade; text: string; sources: string[] };
  }[];
  timing: {
    days: { date: string; pressure: Pressure; ideal: boolean; reasons: string[] }[];
    earliest_light: string | null;
    earliest_deep: string | null;
    ideal: string[];
    cadence_days: [number, number] | null;
  } | null;
  session: { day: string; minutes: number; pressure: Pressure; focus: string[] } | null;
  /** The sessions from the next one to the last race; null wherever timing is. */
  block: {
    from: string;
    to: string;
    phases: { id: Phase; label: string; from: string; to: string }[];
    sessions: {
      date: string;
      /** A race stands with before_race and after_race. */
      reasons: { id: BlockReason; race?: string; label: string }[];
      phase: Phase;
      pressure: Pressure;
      minutes: number;
      url: string | null;
    }[];
    left_out: {
      window: 'before_race' | 'after_race' | 'chosen';
      race?: string;
      from: string;
      to: string;
      label: string;
    }[];
  } | null;
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
}

declare global {
  interface HTMLElementTagNameMap {
    'recovery-advisor': RecoveryAdvisorElement;
  }
  /** They bubble: the element, the document and the window hear them. */
  interface GlobalEventHandlersEventMap extends RecoveryAdvisorEventMap {}
}
