import { describe, expect, it } from 'vitest';
import { copyName } from '#main/store/copy-name.ts';

const ID = '6f1d0c52-8a44-4f0e-9c1b-3f5a2c7d9e10';

describe('the name of a copy of a review', () => {
  it.each([
    ['Dropbox', `${ID} (Ada Lovelace's conflicted copy 2026-11-29).json`, 'Ada Lovelace'],
    ['Dropbox', `${ID} (Ada’s conflicted copy 2026-11-29 (1)).json`, 'Ada'],
    ['Dropbox', `${ID} (DESKTOP-1's conflicted copy).json`, 'DESKTOP-1'],
    ['Dropbox', `${ID} (In Konflikt stehende Kopie von Ada 2026-11-29).json`, 'Ada'],
    ['Dropbox', `${ID} (Copie en conflit de Ada 2026-11-29).json`, 'Ada'],
    ['Dropbox', `${ID} (Copia en conflicto de Ada Byron 2026-11-29).json`, 'Ada Byron'],
    ['Dropbox', `${ID} (Copia in conflitto di Ada 2026-11-29).json`, 'Ada'],
    ['Dropbox', `${ID} (Cópia em conflito de Ada 2026-11-29).json`, 'Ada'],
    ['Dropbox', `${ID} (Conflicterende kopie van Ada 2026-11-29).json`, 'Ada'],
    ['Dropbox', `${ID} (Adaの競合コピー 2026-11-29).json`, 'Ada'],
    ['Dropbox', `${ID} (Ada 的冲突副本 2026-11-29).json`, 'Ada'],
    ['Dropbox', `${ID} (Ada의 충돌된 사본 2026-11-29).json`, 'Ada'],
    ['Dropbox', `${ID} (Case Conflict).json`, ''],
    ['Dropbox', `${ID} (Selective Sync Conflict (2)).json`, ''],
    ['OneDrive', `${ID}-DESKTOP-4F2K9.json`, 'DESKTOP-4F2K9'],
    ['OneDrive', `${ID}-Adas-Laptop-2.json`, 'Adas-Laptop'],
    ['OneDrive', `${ID}-BÜRO-PC.json`, 'BÜRO-PC'],
    ['Syncthing', `${ID}.sync-conflict-20261129-210901-ABCDEF7.json`, 'ABCDEF7'],
    ['Syncthing', `${ID}.sync-conflict-20261129-210901.json`, ''],
    ['Nextcloud', `${ID} (conflicted copy 2026-11-29 210901).json`, ''],
    ['Nextcloud', `${ID} (conflicted copy Ada 2026-11-29 210901).json`, 'Ada'],
    ['ownCloud', `${ID}_conflict-20261129-210901.json`, ''],
    ['ownCloud', `${ID}_conflict-ada-20261129-210901.json`, 'ada'],
    ['Seafile', `${ID} (SFConflict ada@example.org 2026-11-29-21-09-01).json`, 'ada@example.org'],
    ['Synology Drive', `${ID}_ADAS-PC_Nov-29-210901-2026_Conflict.json`, 'ADAS-PC'],
    ['Google Drive', `${ID}_conf(1).json`, ''],
    ['iCloud', `${ID} 2.json`, ''],
    ['Git', `${ID}_LOCAL_4711.json`, ''],
    ['Git', `${ID}_REMOTE_4711.json`, ''],
    ['Git', `${ID}.json~feature/parser`, 'feature/parser'],
    ['Git', `${ID}~HEAD.json`, 'HEAD'],
    ['', `${ID} (1).json`, ''],
    ['', `${ID}(1).json`, ''],
    ['', `${ID} - Copy.json`, ''],
    ['', `${ID} - Copy (2).json`, ''],
    ['', `${ID} - Kopie.json`, ''],
    ['', `${ID} - コピー.json`, ''],
    ['', `${ID} copy 2.json`, ''],
    ['', `${ID} (another copy).json`, ''],
    ['', `${ID} (kopia 3).json`, ''],
    ['', `${ID} [conflicted].json`, ''],
    ['', `${ID}.Conflict.json`, ''],
    ['', `${ID}.json.orig`, ''],
    ['', `${ID}.json (1)`, ''],
    ['', `Copy of ${ID}.json`, ''],
    ['', `Kopie von ${ID}.json`, ''],
    ['', `Copie de ${ID}.json`, ''],
    ['', `${ID.toUpperCase()}.json`, ''],
    ['', `${ID}.JSON`, ''],
  ])('%s: %s', (program, file, by) => {
    expect(copyName(file)).toEqual({ file, id: ID, program, by });
  });

  it.each([
    ['the review’s own file', `${ID}.json`],
    ['a file of another kind', `${ID}.pdf`],
    ['a file of another kind with a number', `${ID} (1).txt`],
    ['a name that only begins like one', `${ID}.jsonl`],
    ['a file that Syncthing is still writing', `.syncthing.${ID}.json.tmp`],
    ['a file that a browser is still loading', `${ID}.json.crdownload`],
    ['a file of an office program', `~$${ID}.json`],
    ['another file', 'notes.json'],
    ['something like an id', `${ID.slice(1)}.json`],
    ['our own file on its way', '.groundwork-6f1d0c52-8a44-4f0e-9c1b-3f5a2c7d9e10.tmp'],
  ])('is none: %s', (_, file) => {
    expect(copyName(file)).toBeNull();
  });
});
