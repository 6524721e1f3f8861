/** Fields that are read as one, such as an answer and the reason for it. */
export interface Together {
  /** What the others are about. */
  readonly head: readonly string[];
  /** What is said to it. */
  readonly with: readonly string[];
}

/**
 * What is read as one when two versions of a review are merged, by the way to what holds the fields; `*` stands for any
 * row of a list and any entry of a map. Where one version changed the head and the other one anything of it, neither
 * is taken without being asked: a reason never ends up beside an answer that it was not given for.
 */
export type MergeRules = Readonly<Record<string, readonly Together[]>>;
