import { CONTROL_KEYS, IS_MAC, MENU_KEYS, SHORTCUTS, type Shortcut, writeKeys } from '#renderer/base/shortcuts.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { useHost } from '#renderer/host/host.tsx';
import './shortcut-sheet.css';

interface Row {
  readonly keys: readonly string[];
  readonly text: string;
}

const MENU_ROWS: readonly Row[] = MENU_KEYS.map(({ keys, macKeys, text }) => ({
  keys: [writeKeys((IS_MAC && macKeys) || keys, IS_MAC)],
  text,
}));

function rowsFor(where: Shortcut['where']): readonly Row[] {
  return Object.values(SHORTCUTS)
    .filter((shortcut) => shortcut.where === where)
    .map(({ keys, text }) => ({ keys: keys.map((combination) => writeKeys(combination, IS_MAC)), text }));
}

/** Every key that does something, in one dialog. */
export function ShortcutSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { info } = useHost();
  const groups = [
    { title: 'Everywhere', rows: rowsFor('everywhere') },
    { title: 'All reviews', rows: rowsFor('home') },
    ...(info.hasMenu ? [{ title: 'From the menu, anywhere', rows: MENU_ROWS }] : []),
    { title: 'In controls', rows: CONTROL_KEYS.map(({ keys, text }) => ({ keys: [keys], text })) },
    { title: 'In a review', rows: rowsFor('review') },
  ];
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose} size="wide">
      <div className="shortcut-sheet">
        {groups.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map((row) => (
                <ShortcutRow key={row.text} {...row} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="small soft">Single keys work while you are not typing in a field.</p>
    </Dialog>
  );
}

function ShortcutRow({ keys, text }: Row) {
  return (
    <div className="shortcut-sheet__row">
      <dt>
        {keys.map((combination, index) => (
          <span key={combination}>
            {index > 0 && <span className="soft"> or </span>}
            <kbd>{combination}</kbd>
          </span>
        ))}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
