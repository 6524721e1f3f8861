import type { TimeNote } from '#shared/agenda/agenda.ts';
import type { SectionProgress } from '#shared/review/progress.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import type { KnownPerson, ReviewSession, SessionSnapshot } from './review-session.ts';
import type { Derivation } from './session-content.ts';

/**
 * What a section's page may do with the review it shows. It stays the same one while the review is open: what a
 * component shows of the review it asks for with `useDocument`, `useDerived` and `useSession`, and so draws
 * again only when that changed.
 */
export interface ReviewEditor {
  /** Id of the review. */
  readonly id: string;
  readonly template: Template;
  /** Calls the listener after each change. */
  subscribe(listener: () => void): () => void;
  /** The review and where its saving stands, as they are now. To show them, use the hooks. */
  now(): SessionSnapshot;
  /** What each section still needs now. */
  progress(): readonly SectionProgress[];
  /** What follows from the review now; see `ReviewSession.derive`. */
  derive<Result>(compute: Derivation<Result>): Result;
  /**
   * Changes the document and saves it. Edits with the same key that follow each other quickly become
   * one step of undo, for example the letters typed into one field.
   */
  update(change: (document: ReviewDocument) => ReviewDocument, key?: string): void;
  /** A change that undo may not cross, such as a signature. */
  commit(change: (document: ReviewDocument) => ReviewDocument): void;
  /** Adds time that passed, which is no step of undo. */
  noteTime(note: TimeNote): void;
  /** Writes everything at once; gives the number of the save that is on disk then, null when it could not be saved. */
  flush(): Promise<number | null>;
  /** People of other reviews, to choose from; none where they cannot be asked for. */
  knownPeople(): Promise<readonly KnownPerson[]>;
  /** A fresh id for a list row. */
  newId(): string;
  /** The present moment as the document stores it (ISO 8601, UTC). */
  moment(): string;
  /** Opens a link outside of Groundwork. */
  openLink(url: string): void;
}

/** The editor of an open review. */
export function editorOf(session: ReviewSession, openLink: (url: string) => void): ReviewEditor {
  return {
    id: session.id,
    template: session.template,
    subscribe: session.subscribe,
    now: session.snapshot,
    progress: session.progress,
    derive: (compute) => session.derive(compute),
    update: (change, key) => session.update(change, key),
    commit: (change) => session.commit(change),
    noteTime: (note) => session.noteTime(note),
    flush: async () => ((await session.flush()) ? session.snapshot().saved.revision : null),
    knownPeople: () => session.knownPeople(),
    newId: () => crypto.randomUUID(),
    moment: () => new Date().toISOString(),
    openLink,
  };
}
