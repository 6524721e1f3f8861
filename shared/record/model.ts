import type { ExposureTime } from '../risks.ts';
import type { SignOffState } from '../sign-off.ts';
import type { SectionKind } from '../template.ts';

/** Colour role of a word or callout; always paired with text, never the only carrier of meaning. */
export type Tone = 'for' | 'open' | 'against' | 'warning' | 'neutral';

/** Text of a table cell; `tone` marks it as a badge. */
export interface RecordCell {
  readonly text: string;
  readonly tone?: Tone;
}

export interface RecordColumn {
  readonly title: string;
  /** Share of the width, relative to the other columns. */
  readonly weight: number;
  readonly align?: 'start' | 'end';
}

/** A mark on the heat map: risks share a cell, numbered as in the list beside it. */
export interface HeatMapMark {
  readonly likelihood: number;
  readonly impact: number;
  readonly numbers: readonly number[];
}

/** The parts every rendering of a record (PDF, Markdown, screen) knows how to show. */
export type RecordBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'fields'; readonly rows: readonly { readonly label: string; readonly text: string }[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'checks';
      readonly items: readonly { readonly met: boolean; readonly text: string; readonly note: string }[];
    }
  | { readonly kind: 'callout'; readonly tone: Tone; readonly title: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly RecordColumn[];
      readonly rows: readonly (readonly RecordCell[])[];
    }
  | {
      readonly kind: 'heat-map';
      readonly time: ExposureTime;
      readonly title: string;
      readonly likelihoodWords: readonly string[];
      readonly impactWords: readonly string[];
      readonly marks: readonly HeatMapMark[];
    }
  | { readonly kind: 'links'; readonly items: readonly { readonly text: string; readonly url: string }[] }
  | { readonly kind: 'signature'; readonly signature: RecordSignature }
  /** Something nobody filled in, with what is missing. */
  | { readonly kind: 'empty'; readonly text: string };

export interface RecordSignature {
  readonly name: string;
  readonly role: string;
  readonly verdict: string;
  readonly tone: Tone;
  readonly comment: string;
  readonly typedName: string;
  /** Strokes in a box 1000 wide and 400 high. */
  readonly drawing: readonly (readonly (readonly [number, number])[])[];
  readonly signedAt: string;
  /** `unsigned`: named, but has not signed. `stale`: signed an earlier content. */
  readonly standing: 'signed' | 'stale' | 'unsigned';
}

export interface RecordSection {
  readonly kind: SectionKind | 'open-points' | 'sources' | 'about';
  readonly title: string;
  readonly blocks: readonly RecordBlock[];
}

/** What a busy reader needs: the first page. */
export interface RecordSummary {
  readonly component: string;
  readonly candidate: string;
  readonly current: string;
  readonly decision: {
    readonly name: string;
    readonly stage: string;
    readonly tone: Tone;
    readonly statement: string;
  } | null;
  readonly outcome: { readonly name: string; readonly tone: Tone; readonly explanation: string } | null;
  readonly answers: readonly { readonly name: string; readonly answer: string; readonly tone: Tone }[];
  readonly contradictions: readonly string[];
  readonly contradictionReason: string;
  readonly pathWarnings: readonly string[];
  readonly topRisks: readonly {
    readonly number: number;
    readonly name: string;
    readonly before: string;
    readonly after: string;
    readonly response: string;
    readonly tone: Tone;
  }[];
  readonly conditions: readonly string[];
  readonly reviewAgain: string;
  readonly signatures: readonly RecordSignature[];
}

/** The decision in MADR's terms, for the Markdown form and for readers who know MADR. */
export interface RecordDecision {
  readonly drivers: readonly string[];
  readonly options: readonly {
    readonly name: string;
    readonly chosen: boolean;
    readonly pros: readonly string[];
    readonly cons: readonly string[];
  }[];
  readonly consequences: readonly { readonly tone: 'good' | 'neutral' | 'bad'; readonly text: string }[];
  readonly status: 'proposed' | 'accepted' | 'rejected';
  readonly decisionMakers: readonly string[];
  readonly participants: readonly string[];
}

/**
 * A decision record, ready to be laid out. Built from review and template only, so that the PDF, the
 * Markdown and the preview on screen cannot disagree.
 */
export interface RecordModel {
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  /** Says that a review was rebuilt from public sources; empty for real ones. */
  readonly reconstruction: string;
  readonly draft: boolean;
  readonly signOff: SignOffState;
  readonly signOffText: string;
  readonly contentSha256: string;
  readonly shortHash: string;
  readonly revision: number;
  /** When the review was last saved (ISO 8601, UTC); records never print the time of export. */
  readonly savedAt: string;
  readonly heldOn: string;
  readonly facilitator: string;
  readonly templateTitle: string;
  readonly summary: RecordSummary;
  readonly decision: RecordDecision;
  readonly sections: readonly RecordSection[];
}
