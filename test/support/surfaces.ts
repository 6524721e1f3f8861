/** Where something that is shown is looked at, pressed and listened to: the spec, and what it calls it there, or a piece of its walk. */
export interface Looked {
  readonly spec: `heard${string}.spec.ts`;
  readonly at: string;
}

const rail: Looked = { spec: 'heard.spec.ts', at: 'dueToday(await pagesOf(page), LOOKED_AT)' };
const elsewhere = (at: string): Looked => ({ spec: 'heard-elsewhere.spec.ts', at });
const workshop = (at: string): Looked => ({ spec: 'heard-workshop.spec.ts', at });
const afterwards = (at: string): Looked => ({ spec: 'heard-afterwards.spec.ts', at });
const across = (at: string): Looked => ({ spec: 'heard-across.spec.ts', at });
const versions = (at: string): Looked => ({ spec: 'heard-versions.spec.ts', at });

/**
 * Every file of `renderer/` that is a page or opens a dialog or a menu, with a walk that comes past it. A dialog whose button a walk
 * presses on a page is looked at there, so its place is that page.
 */
export const SURFACES: Readonly<Record<string, Looked>> = {
  // On every page, behind the button with the question mark.
  'app/shortcut-sheet.tsx': rail,
  'app/close-guard.tsx': versions('close without saving'),
  'app/spelling-dialog.tsx': versions('spelling'),
  'components/fault-dialog.tsx': elsewhere('a fault'),
  'review/handout-dialog.tsx': across('print for the workshop'),

  'pages/home/home-page.tsx': afterwards('reviews, with what is due'),
  'pages/home/review-list.tsx': afterwards('menu of a review'),
  'pages/home/about-dialog.tsx': versions('about'),
  'pages/home/new-review-dialog.tsx': across('New review'),
  'pages/home/import-dialog.tsx': elsewhere("lookAt(page, '#/', 'Reviews')"),
  'pages/home/rename-dialog.tsx': afterwards('rename'),
  'pages/home/tags-dialog.tsx': afterwards('tags'),
  'pages/home/delete-signed.tsx': afterwards('delete a signed review'),
  'pages/due/due-page.tsx': afterwards("lookAndPress(page, 'due'"),
  'pages/overview/overview-page.tsx': across("lookAndPress(page, 'overview'"),
  'pages/compare/compare-page.tsx': across("lookAndPress(page, 'compare'"),
  'pages/keys/keys-page.tsx': elsewhere("lookAt(page, '#/keys', 'Keys')"),
  'pages/keys/key-task-dialog.tsx': elsewhere("lookAt(page, '#/keys', 'Keys')"),
  'pages/keys/renew-keys-dialog.tsx': elsewhere("lookAt(page, '#/keys', 'Keys')"),
  'pages/verify/verify-page.tsx': elsewhere("lookAt(page, '#/verify', 'Verify a record')"),
  'pages/templates/templates-page.tsx': elsewhere("lookAt(page, '#/templates', 'Templates')"),
  'pages/templates/export-template-dialog.tsx': elsewhere("lookAt(page, '#/templates', 'Templates')"),
  'pages/templates/import-template-dialog.tsx': elsewhere('the template to import'),
  'pages/templates/template-update-page.tsx': elsewhere('Another version of the template – Gateway'),
  'pages/trash/trash-page.tsx': afterwards("lookAndPress(page, 'trash'"),
  'pages/trash/trashed-review.tsx': afterwards("lookAndPress(page, 'trash'"),
  'pages/backups/backups-page.tsx': versions("lookAndPress(page, 'backups'"),
  'pages/backups/backup-dialog.tsx': versions("lookAndPress(page, 'backups'"),
  'pages/backups/restore-dialog.tsx': versions('restore'),

  'pages/review/review-page.tsx': rail,
  // The frame around the pages of a review that are no sections.
  'pages/review/other-page.tsx': rail,
  'pages/review/export-dialog.tsx': rail,
  'pages/review/palette.tsx': workshop('Control+k'),
  'pages/review/draft-dialog.tsx': afterwards('changes that were not saved: '),
  'pages/review/stale-dialog.tsx': versions('changed elsewhere'),
  'pages/merge/merge-page.tsx': versions("lookAndPress(page, 'merge'"),
  'pages/record/record-page.tsx': rail,
  'pages/history/history-page.tsx': afterwards("expectFocusKept(page, 'history, with a milestone'"),
  'pages/history/milestone-list.tsx': afterwards("expectFocusKept(page, 'history, with a milestone'"),
  'pages/history/version-list.tsx': afterwards("expectFocusKept(page, 'history, with a milestone'"),
  'pages/follow-up/follow-up-page.tsx': afterwards("lookAndPress(page, 'follow-up'"),
  'pages/follow-up/note-dialog.tsx': afterwards("lookAndPress(page, 'follow-up'"),
  'pages/follow-up/tripwire-dialog.tsx': afterwards("lookAndPress(page, 'follow-up'"),

  'pages/workshop/agenda-page.tsx': workshop("'agenda'"),
  'pages/workshop/left-page.tsx': workshop("'left'"),
  'pages/workshop/to-do-page.tsx': workshop("'to-do'"),
  'pages/workshop/add-to-do.tsx': workshop("['a', 'q', 'Control+k']"),
  'pages/stage/stage-page.tsx': workshop('stage, blank'),
  'pages/stage/room-page.tsx': workshop('for the room'),
  'pages/stage/vote-page.tsx': workshop('revealed'),
  'pages/stage/votes-page.tsx': workshop("lookAndPress(page, 'votes'"),
  'pages/stage/open-vote.tsx': workshop('Throw the round away…'),

  'pages/sections/audit/audit-page.tsx': rail,
  'pages/sections/audit/manifest-dialog.tsx': rail,
  'pages/sections/commitments/commitments-page.tsx': rail,
  'pages/sections/context/context-page.tsx': rail,
  'pages/sections/context/remove-person-dialog.tsx': workshop("lookAndPress(page, 'people'"),
  'pages/sections/decision/decision-page.tsx': rail,
  'pages/sections/evidence/evidence-page.tsx': rail,
  'pages/sections/options/options-page.tsx': rail,
  'pages/sections/path/path-page.tsx': rail,
  'pages/sections/questions/questions-page.tsx': rail,
  'pages/sections/risks/risks-page.tsx': rail,
  'pages/sections/rule/rule-page.tsx': rail,
  'pages/sections/screening/screening-page.tsx': rail,
  'pages/sections/strategy/strategy-page.tsx': rail,
  'pages/sections/training/training-page.tsx': rail,
  'pages/sections/sign-off/sign-off-page.tsx': workshop("lookAndPress(page, 'sign-off'"),
  'pages/sections/sign-off/chances-dialog.tsx': workshop("lookAndPress(page, 'sign-off'"),
  'pages/sections/sign-off/signing-dialog.tsx': elsewhere('Sign as Ada Lovelace'),
  'pages/sections/sign-off/closing-dialog.tsx': afterwards('Seal the record…'),
  'pages/sections/sign-off/sealed-panel.tsx': elsewhere("'Sign-off – Gateway'"),
  'pages/sections/sign-off/who-and-why-dialog.tsx': afterwards('It is met: The budget is granted'),
};
