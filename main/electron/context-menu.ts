import { type ContextMenuParams, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';

/** How many suggestions are shown. */
const MOST_SUGGESTIONS = 5;

export interface ContextMenuActions {
  readonly replaceMisspelling: (word: string) => void;
  /** Takes a word for right from now on. */
  readonly addWord: (word: string) => void;
  /** Shows the choice of languages and the added words. */
  readonly showSpelling: () => void;
}

type Clicked = Pick<
  ContextMenuParams,
  'misspelledWord' | 'dictionarySuggestions' | 'isEditable' | 'selectionText' | 'editFlags'
>;

/** The menu of a place in the page: for fields and for selected text; empty elsewhere. */
export function contextMenuTemplate(clicked: Clicked, actions: ContextMenuActions): MenuItemConstructorOptions[] {
  const { misspelledWord, isEditable, selectionText, editFlags } = clicked;
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }];
  return [
    ...(misspelledWord === ''
      ? []
      : [
          ...suggestions(clicked, actions),
          separator,
          { label: 'Add to Dictionary', click: () => actions.addWord(misspelledWord) },
          { label: 'Spelling…', click: actions.showSpelling },
          separator,
        ]),
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}

function suggestions(
  { dictionarySuggestions }: Clicked,
  { replaceMisspelling }: ContextMenuActions,
): MenuItemConstructorOptions[] {
  if (dictionarySuggestions.length === 0) return [{ label: 'No suggestions', enabled: false }];
  return dictionarySuggestions
    .slice(0, MOST_SUGGESTIONS)
    .map((word) => ({ label: word.replaceAll('&', '&&'), click: () => replaceMisspelling(word) }));
}

/** Shows that menu in a page. */
export function offerContextMenu(contents: WebContents, actions: Omit<ContextMenuActions, 'replaceMisspelling'>): void {
  contents.on('context-menu', (_event, clicked) => {
    const replaceMisspelling = (word: string) => contents.replaceMisspelling(word);
    const template = contextMenuTemplate(clicked, { ...actions, replaceMisspelling });
    if (template.length > 0) Menu.buildFromTemplate(template).popup();
  });
}
