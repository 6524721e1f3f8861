import { HOSTILE_BACKUPS } from './archives.ts';
import { HOSTILE_CERTIFICATES, HOSTILE_KEYS } from './certificates.ts';
import type { HostileFile } from './hostile-file.ts';
import { HOSTILE_RECORDS } from './records.ts';
import { HOSTILE_REVIEWS, HOSTILE_STORED } from './reviews.ts';
import { HOSTILE_SIDE_FILES } from './side-files.ts';
import { HOSTILE_TEMPLATES } from './templates.ts';
import { HOSTILE_MANIFESTS, HOSTILE_ROSTERS } from './texts.ts';

/** All files that were made to do harm. They are made when they are needed: packed, they are a few megabytes, and some of them gigabytes. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...HOSTILE_REVIEWS,
  ...HOSTILE_TEMPLATES,
  ...HOSTILE_RECORDS,
  ...HOSTILE_BACKUPS,
  ...HOSTILE_CERTIFICATES,
  ...HOSTILE_KEYS,
  ...HOSTILE_MANIFESTS,
  ...HOSTILE_ROSTERS,
  ...HOSTILE_STORED,
  ...HOSTILE_SIDE_FILES,
];
