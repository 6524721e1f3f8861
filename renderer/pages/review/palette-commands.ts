import { keysOf, type ShortcutId } from '#renderer/base/shortcuts.ts';

/** Something that the palette does. */
export interface PaletteCommand {
  readonly text: string;
  /** The keys that do the same; empty for none. */
  readonly keys: string;
  readonly run: () => void;
}

export type PaletteDeeds = Readonly<
  Record<
    | 'undo'
    | 'redo'
    | 'exportIt'
    | 'print'
    | 'rename'
    | 'duplicate'
    | 'reveal'
    | 'verify'
    | 'present'
    | 'vote'
    | 'votes'
    | 'followUp'
    | 'nextOpenPoint'
    | 'addToDo'
    | 'park'
    | 'shortcuts'
    | 'record'
    | 'history'
    | 'left'
    | 'toDo'
    | 'agenda'
    | 'premortem'
    | 'room',
    () => void
  >
>;

/** What can be done anywhere in a review, as the palette names it. */
export function paletteCommands(deeds: PaletteDeeds): readonly PaletteCommand[] {
  const command = (text: string, run: () => void, shortcut?: ShortcutId): PaletteCommand => ({
    text,
    keys: shortcut ? keysOf(shortcut) : '',
    run,
  });
  return [
    command('Next open point', deeds.nextOpenPoint, 'nextOpenPoint'),
    command('What is left', deeds.left, 'left'),
    command('Things to do', deeds.toDo, 'toDo'),
    command('Add something to do', deeds.addToDo, 'addToDo'),
    command('Park a question', deeds.park, 'park'),
    command('Present', deeds.present, 'present'),
    command('Put to the vote', deeds.vote, 'vote'),
    command('Votes', deeds.votes, 'votes'),
    command('Premortem', deeds.premortem),
    command('Agenda', deeds.agenda, 'agenda'),
    command('Second window for the room', deeds.room),
    command('Export', deeds.exportIt, 'export'),
    command('Print the record', deeds.print, 'print'),
    command('Verify the record', deeds.verify),
    command('Rename', deeds.rename),
    command('Duplicate', deeds.duplicate),
    command('Show the file', deeds.reveal),
    command('Record', deeds.record, 'record'),
    command('History', deeds.history),
    command('Follow-up', deeds.followUp),
    command('Undo', deeds.undo, 'undo'),
    command('Redo', deeds.redo, 'redo'),
    command('Keyboard shortcuts', deeds.shortcuts, 'sheet'),
  ];
}
