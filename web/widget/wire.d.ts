// What the module and the page tell each other: the C ABI (src/platform/web/web_abi.h) and the JSON
// that goes through it. The semantic tree is the mirror's (tree.d.ts).

import type { EventType, Language } from 'built:vocabulary';
import type { Intake } from '../element/recovery-advisor.js';

/** A happening for the page; `text`, `name` and the others are of the type. */
export interface ModuleEvent {
  type: EventType;
  text?: string;
  name?: string;
  language?: Language;
  url?: string;
  follow?: string;
  service?: string;
}

/** The first thing wrong in a file that was put. */
export interface FileMistake {
  file: string;
  pointer: string;
  expected: string;
  found: string;
}

/** The first thing wrong in an intake. */
export interface Refusal {
  error: { pointer: string; message: string };
}

/** What the page reads of a site.json itself. */
export interface SiteSettings {
  time_zone?: string;
  colours?: { action?: string; action_dark?: string };
}

/** What was told, for another widget to go on with. */
export interface Told {
  intake: Intake;
  /** When the safety check was done, as the intake's `now`. */
  checked?: string;
}

/** What is kept on the device. */
export interface Kept extends Told {
  version: number;
  saved: number;
}

/** An address in the module's memory. */
type Pointer = number;

/** The module's instance, as Emscripten's glue gives it. */
export interface AdvisorModule {
  HEAPU8: Uint8Array<ArrayBuffer>;
  _advisor_buffer(size: number): Pointer;
  _advisor_put(file: number, size: number): void;
  _advisor_open_first(): Pointer;
  _advisor_open(): Pointer;
  _advisor_advise(size: number): Pointer;
  _advisor_figure(size: number): void;
  _advisor_picture(): Pointer;
  _advisor_intake(): Pointer;
  _advisor_advice(): Pointer;
  _advisor_set_intake(size: number): Pointer;
  _advisor_reset(): void;
  _advisor_now(size: number): void;
  _advisor_start(width: number, height: number, density: number): number;
  _advisor_resize(width: number, height: number, density: number): void;
  _advisor_settings(bits: number, textScale: number): void;
  _advisor_accent(colour: number): number;
  _advisor_abilities(bits: number): void;
  _advisor_done(what: number): void;
  _advisor_context_lost(): void;
  _advisor_context_restored(): void;
  _advisor_pointer(kind: number, type: number, id: number, x: number, y: number): void;
  _advisor_claims_touch(x: number, y: number, dx: number, dy: number): number;
  _advisor_wheel(x: number, y: number, dx: number, dy: number, modifiers: number): number;
  _advisor_act(size: number): void;
  _advisor_frame(now: number): number;
  _advisor_next_frame_ms(): number;
  _advisor_semantics(): Pointer;
  _advisor_events(): Pointer;
}

/** What the glue is made with. */
export interface ModuleSettings {
  canvas: HTMLCanvasElement;
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, program: WebAssembly.Module) => void,
  ): object;
}
