import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file system of its own, for one run. */
export interface Mount {
  readonly folder: string;
  /** Ends it at once, as when the power is gone: what was not on disk yet is lost. */
  cut(): void;
  mount(): void;
  unmount(): void;
}

export type DiskKind = 'ext4' | 'xfs';

/** Megabytes; xfs takes no smaller disk. */
const SIZES: Readonly<Record<DiskKind, number>> = { ext4: 64, xfs: 320 };
/** ext4 hides the fault of programs that rename without writing through; here it is not to. */
const OPTIONS: Readonly<Record<DiskKind, string>> = { ext4: 'loop,noauto_da_alloc,commit=1', xfs: 'loop' };

/** Ends a file system without writing its log: the ioctl that its own tests use (XFS_IOC_GOINGDOWN). */
const CUT = `open(my $f, '<', $ARGV[0]) or die $!; my $flags = pack('L', 2); ioctl($f, 0x8004587d, $flags) or die $!;`;

/** Whether this user may mount file systems here. */
export function mayMount(folder: string): boolean {
  try {
    const place = join(folder, 'trial');
    mkdirSync(place);
    command('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place);
    command('umount', place);
    return true;
  } catch {
    return false;
  }
}

/** Whether disks of a kind can be made here. */
export function hasDisk(kind: DiskKind): boolean {
  try {
    command(`mkfs.${kind}`, '-V');
    return true;
  } catch {
    return false;
  }
}

/** A disk in a file. */
export function makeDisk(kind: DiskKind, folder: string): Mount {
  const image = join(folder, `${kind}.img`);
  const place = join(folder, kind);
  mkdirSync(place, { recursive: true });
  writeFileSync(image, '');
  truncateSync(image, SIZES[kind] * 1024 * 1024);
  command(`mkfs.${kind}`, '-q', ...(kind === 'ext4' ? ['-F'] : ['-f']), image);
  return {
    folder: place,
    cut: () => command('perl', '-e', CUT, place),
    mount: () => command('mount', '-o', OPTIONS[kind], image, place),
    unmount: () => command('umount', place),
  };
}

/** A small disk in memory. */
export function makeSmallDisk(folder: string, kilobytes: number): Mount {
  const place = join(folder, 'small');
  mkdirSync(place, { recursive: true });
  return {
    folder: place,
    cut: () => undefined,
    mount: () => command('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', place),
    unmount: () => command('umount', place),
  };
}

function command(name: string, ...args: readonly string[]): void {
  execFileSync(name, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
