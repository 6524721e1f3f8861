import { Dialog } from '../components/dialog.tsx';
import { CONTROL_KEYS, IS_MAC, SHORTCUTS, type Shortcut, writeKeys } from './shortcuts.ts';
import './shortcut-sheet.css';

const PLACES: readonly { readonly where: Shortcut['where']; readonly title: string }[] = [
  { where: 'everywhere', title: 'Everywhere' },
  { where: 'home', title: 'All reviews' },
  { where: 'review', title: 'In a review' },
];

/** Every key that does something, in one dialog. */
export function ShortcutSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const all = Object.values(SHORTCUTS);
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose} size="wide">
      <div className="shortcut-sheet">
        {PLACES.map(({ where, title }) => (
          <section key={where}>
            <h3>{title}</h3>
            <dl>
              {all
                .filter((shortcut) => shortcut.where === where)
                .map((shortcut) => (
                  <ShortcutRow
                    key={shortcut.text}
                    keys={shortcut.keys.map((keys) => writeKeys(keys, IS_MAC))}
                    text={shortcut.text}
                  />
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>In controls</h3>
          <dl>
            {CONTROL_KEYS.map(({ keys, text }) => (
              <ShortcutRow key={text} keys={[keys]} text={text} />
            ))}
          </dl>
        </section>
      </div>
      <p className="small soft">Single keys work while you are not typing in a field.</p>
    </Dialog>
  );
}

function ShortcutRow({ keys, text }: { readonly keys: readonly string[]; readonly text: string }) {
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
