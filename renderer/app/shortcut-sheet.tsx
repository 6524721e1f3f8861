import { useState } from 'react';
import {
  CONTROL_KEYS,
  IS_MAC,
  MENU_KEYS,
  SHORTCUTS,
  type Shortcut,
  STAGE_KEYS,
  writeKeys,
} from '#renderer/base/shortcuts.ts';
import { setSingleKeys, useSingleKeys } from '#renderer/base/single-keys.ts';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FieldError } from '#renderer/components/field.tsx';
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
    { title: 'On the stage', rows: STAGE_KEYS.map(({ keys, text }) => ({ keys: [keys], text })) },
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
      <SingleKeys />
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
      <dd>
        <span className="visually-hidden">: </span>
        {text}
      </dd>
    </div>
  );
}

/** Letters that readers keep for themselves while one reads: G and H find headings, N and I other things. */
function SingleKeys() {
  const { client } = useHost();
  const isOn = useSingleKeys();
  const [trouble, setTrouble] = useState('');
  return (
    <div className="stack stack--tight">
      <Checkbox
        isSelected={isOn}
        describedBy="single-keys-about"
        onChange={(on) => {
          setSingleKeys(on);
          // The window does as it is told, kept or not.
          void client['app.set']({ singleKeys: on }).then((answer) =>
            setTrouble(answer.kind === 'set' ? '' : answer.message),
          );
        }}
      >
        Single keys do something ({SINGLE_KEYS})
      </Checkbox>
      <p className="small soft" id="single-keys-about">
        They work while you are not typing in a field. A screen reader that reads the page keeps single letters and{' '}
        <kbd>/</kbd> for itself; everything they do has a button, too. Keys with Alt or {IS_MAC ? '⌘' : 'Ctrl'} always
        work.
      </p>
      <div role="status">{trouble && <FieldError id="single-keys-trouble" text={trouble} />}</div>
    </div>
  );
}

/** Keys that are pressed without another one. */
const SINGLE_KEYS = [
  ...new Set(
    Object.values(SHORTCUTS)
      .flatMap(({ keys }): readonly string[] => keys)
      .filter((keys) => !keys.includes('+'))
      .map((keys) => writeKeys(keys, IS_MAC)),
  ),
].join(', ');
