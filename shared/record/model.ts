import type { GainBars } from '#shared/kinds/evidence/gain-bars.ts';
import type { ExposureLevel, ExposureTime } from '#shared/kinds/risks/risks.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import type { SignOffState } from '#shared/kinds/sign-off/closing.ts';
import type { Lean, SectionKind } from '#shared/template/template.ts';

/** Colour role of a word or callout; always paired with text, never the only carrier of meaning. */
export type Tone = Lean | ExposureLevel | 'warning' | 'neutral';

/** A short word that carries its tone, such as an answer or a state. */
export interface RecordBadge {
  readonly text: string;
  readonly tone: Tone;
}

/** Text of a table cell; `tone` marks it as a badge. An empty text is shown as a dash. */
export interface RecordCell {
  readonly text: string;
  readonly tone?: Tone;
  /** A score from 1 to 5 that `text` says; where there is room, it is drawn as well. */
  readonly score?: number;
  /** What was written about it; stands below the text, which is then set off. */
  readonly note?: string;
}

export interface RecordColumn {
  readonly title: string;
  /** Share of the width, relative to the other columns. */
  readonly weight: number;
  readonly align?: 'start' | 'end';
  /** Whether its cells name their rows, as those of a header column do. */
  readonly heads?: true;
}

/** A labelled value; an empty text is shown as `NOT_FILLED_IN`, a `tone` makes it a badge. */
export interface RecordField {
  readonly label: string;
  readonly text: string;
  readonly tone?: Tone;
}

/** Something to look up: `url` may be empty or of any form, so check it before making it a link. */
export interface RecordLink {
  readonly text: string;
  readonly url: string;
  readonly note: string;
}

/** A mark on the heat map: risks share a cell, numbered as in the list beside it. */
export interface HeatMapMark {
  readonly likelihood: number;
  readonly impact: number;
  readonly numbers: readonly number[];
}

export interface HeatMap {
  readonly time: ExposureTime;
  readonly title: string;
  readonly marks: readonly HeatMapMark[];
}

/** The parts every rendering of a record (PDF, Markdown, screen) knows how to show. */
export type RecordBlock =
  /** Level 1 names a thing of the section (a question, a stage, a risk), level 2 a part of it. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly badges: readonly RecordBadge[] }
  /** `template`: wording of the template, set back; `team`: what the team wrote. Line breaks count. */
  | { readonly kind: 'paragraph'; readonly voice: 'team' | 'template'; readonly text: string }
  | { readonly kind: 'fields'; readonly rows: readonly RecordField[] }
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
  /** Words for likelihood and impact 1 to 5, and the maps to set side by side. */
  | {
      readonly kind: 'heat-maps';
      readonly likelihoodWords: readonly string[];
      readonly impactWords: readonly string[];
      readonly maps: readonly HeatMap[];
    }
  /** Values of one measure on a scale, with the band of the typical gain. */
  | { readonly kind: 'bars'; readonly bars: GainBars }
  /** Spans on one scale of time, `from` and `to` between 0 and 1; `text` says when in words. */
  | {
      readonly kind: 'timeline';
      readonly spans: readonly {
        readonly id: string;
        readonly label: string;
        readonly text: string;
        readonly from: number;
        readonly to: number;
      }[];
    }
  /** The stages of a path in order: how far each has come, and which one the decision is for. */
  | {
      readonly kind: 'stages';
      readonly stages: readonly {
        readonly name: string;
        readonly state: RecordBadge;
        /** Exit criteria met, of how many. */
        readonly met: number;
        readonly of: number;
        readonly decided: boolean;
      }[];
    }
  /** Something to type into a terminal, a command a line. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'links'; readonly items: readonly RecordLink[] }
  | { readonly kind: 'signature'; readonly signature: RecordSignature }
  /** Something nobody filled in, with what is missing. */
  | { readonly kind: 'empty'; readonly text: string };

export type BlockOf<Kind extends RecordBlock['kind']> = Extract<RecordBlock, { kind: Kind }>;

export interface RecordSignature {
  readonly name: string;
  readonly role: string;
  /** Empty while unsigned. */
  readonly verdict: string;
  readonly tone: Tone;
  readonly comment: string;
  readonly typedName: string;
  /** Strokes in a box 1000 wide and 400 high, each point as x and y. */
  readonly drawing: Signature['drawing'];
  /** When, ready to print; empty while unsigned. */
  readonly signedAt: string;
  /** Short hash of the content the signature was given for; empty while unsigned. */
  readonly shortHash: string;
  /**
   * `unsigned`: named, but has not signed. `stale`: signed an earlier content. `replaced`: the same
   * approver signed again later, or is no longer among the approvers.
   */
  readonly standing: 'signed' | 'stale' | 'unsigned' | 'replaced';
  /** The standing in words. */
  readonly standingText: string;
}

/** What follows the sections: who took part, what is open, and what the record is. */
export type AppendixKind = 'attendance' | 'open-points' | 'sources' | 'about';

/** All of a record, or what a reader in a hurry needs of it. Both carry the whole review as data. */
export type RecordLength = 'full' | 'short';

export interface RecordSection {
  readonly kind: SectionKind | 'actions' | 'changes' | 'follow-up' | 'votes' | AppendixKind;
  /** As it is printed before the title: “7”, or “B” in the appendix; empty for what stands before the sections. */
  readonly number: string;
  readonly isAppendix: boolean;
  readonly title: string;
  /** How many points of the section are open; 0 for sections that cannot have any. */
  readonly openPoints: number;
  readonly blocks: readonly RecordBlock[];
}

export interface RecordTopRisk {
  readonly number: number;
  readonly name: string;
  readonly before: RecordBadge;
  /** Null while the team has not rated what remains. */
  readonly after: RecordBadge | null;
  readonly response: string;
}

/** A departure as the record prints it. */
export interface RecordDeparture {
  readonly number: number;
  readonly text: string;
  /** The answers it rests on, in a line. */
  readonly rests: string;
  /** Number and title of the section in which it can be mended. */
  readonly place: string;
  /** Empty while the team owes one. */
  readonly reason: string;
}

/** Something that is to be done or seen to. */
export interface RecordAction {
  readonly text: string;
  /** What it is for, such as a risk with its number; may have several lines. */
  readonly about: string;
  /** Empty for nobody. */
  readonly owner: string;
  /** `YYYY-MM-DD`; null for none. */
  readonly due: string | null;
  readonly status: RecordBadge;
  readonly isOpen: boolean;
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
  /** What the screening says; null while nothing in it is filled in. */
  readonly fit: { readonly name: string; readonly tone: Tone; readonly explanation: string } | null;
  /** How the system is split between candidates, in a line; empty unless that was chosen. */
  readonly split: string;
  readonly answers: readonly { readonly name: string; readonly answer: string; readonly tone: Tone }[];
  /** Where the decision or the plan departs from the review, in the order of the list. */
  readonly departures: readonly RecordDeparture[];
  readonly topRisks: readonly RecordTopRisk[];
  /** Counts of the risk list, in a sentence. */
  readonly riskCount: string;
  /** Why the decision is disputed, in a line each: objections of signers and of the discussion. */
  readonly objections: readonly string[];
  /** The options of the decision, the chosen one first, with what was said for it or against the others. */
  readonly options: readonly { readonly name: string; readonly chosen: boolean; readonly reasons: string }[];
  /** The next actions and conditions that are open, by their dates. */
  readonly nextActions: readonly RecordAction[];
  readonly reviewAgain: string;
  /** Whether the decision can be undone and how far it reaches, in a sentence or two; empty when nobody said. */
  readonly wayBack: string;
  readonly signatures: readonly RecordSignature[];
  /** What is open, in a line: conditions, actions, points by section. */
  readonly open: string;
}

/** The decision in MADR's terms, for the Markdown form and for readers who know MADR. */
export interface RecordDecision {
  /** The decision in the team's words, whole; the first page may cut it. */
  readonly statement: string;
  readonly drivers: readonly string[];
  readonly options: readonly {
    readonly name: string;
    readonly chosen: boolean;
    readonly pros: readonly string[];
    readonly cons: readonly string[];
  }[];
  readonly consequences: readonly { readonly tone: 'good' | 'neutral' | 'bad'; readonly text: string }[];
  readonly confirmation: readonly string[];
  /** Whether the decision can be undone, and how far it reaches, in words; empty where nobody said. */
  readonly undo: string;
  readonly reach: string;
  readonly status: 'proposed' | 'accepted' | 'rejected' | 'deprecated' | `superseded by ${string}`;
  readonly decisionMakers: readonly string[];
  readonly consulted: readonly string[];
}

/** What a record says first of a decision that not everybody carries. */
export interface RecordConflict {
  readonly kind: 'dissent' | 'not-agreed';
  /** “Decided with dissent” or “Not agreed”. */
  readonly title: string;
  /** Each objection, and why it was closed as not agreed, in a sentence each. */
  readonly sentences: readonly string[];
}

/** Which edition of its decision a record is. */
export interface RecordEdition {
  /** “Revision 2 of 2”. */
  readonly name: string;
  /** The same with the record that it supersedes and its day: “Revision 2 of 2, supersedes “Gateway” of 29 Nov 2026”. */
  readonly text: string;
}

/** Another record that this one names. */
export interface RecordReference {
  readonly id: string;
  readonly title: string;
  /** Hash of what was signed there; null while it is not in force. */
  readonly contentSha256: string | null;
}

/**
 * A decision record, ready to be laid out. Built from review and template only, so that the PDF, the
 * Markdown and the preview on screen cannot disagree.
 */
export interface RecordModel {
  readonly title: string;
  readonly subtitle: string;
  /** The record that this one takes the place of. */
  readonly supersedes: RecordReference | null;
  /** The record that takes, or is meant to take, the place of this one. */
  readonly supersededBy: RecordReference | null;
  readonly language: string;
  /** Says that a review was rebuilt from public sources; empty for real ones. */
  readonly reconstruction: string;
  readonly length: RecordLength;
  readonly draft: boolean;
  /** Whether it is printed of a closed review without its seals. */
  readonly isUnsealed?: boolean;
  readonly signOff: SignOffState;
  /** Where the sign-off stands and what that means, in a sentence. */
  readonly signOffText: string;
  /** That it is not agreed, or was decided against an objection; null where there is no conflict. */
  readonly conflict: RecordConflict | null;
  /** Which edition of its decision it is. People see this one, and never how often the file was saved. */
  readonly edition: RecordEdition;
  readonly contentSha256: string;
  readonly shortHash: string;
  /** How often the file was saved, for machines. */
  readonly revision: number;
  /** When the review was last saved (ISO 8601, UTC); records never print the time of export. */
  readonly savedAt: string;
  /** `savedAt`, ready to print. */
  readonly savedAtText: string;
  /** The day of the decision (`YYYY-MM-DD`): of the last signature once it is signed, else of the workshop. */
  readonly decidedOn: string;
  /** Date of the workshop (`YYYY-MM-DD`); null when not filled in. */
  readonly heldOn: string | null;
  readonly facilitator: string;
  readonly templateTitle: string;
  readonly summary: RecordSummary;
  readonly decision: RecordDecision;
  readonly sections: readonly RecordSection[];
}

/** What stands in place of something that the review does not speak of at all. */
export const NOT_ASSESSED = 'Not assessed';

/** What stands in place of a value that nobody filled in. */
export const NOT_FILLED_IN = 'Not filled in';
