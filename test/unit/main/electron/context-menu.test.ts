import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { contextMenuTemplate, offerContextMenu } from '#main/electron/context-menu.ts';
import * as electron from '#test/support/electron-stand-in.ts';

vi.mock('electron', () => import('#test/support/electron-stand-in.ts'));
beforeEach(() => vi.clearAllMocks());

const actions = { replaceMisspelling: vi.fn(), addWord: vi.fn(), showSpelling: vi.fn() };
const can = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true } as ContextMenuParams['editFlags'];
const inField = {
  misspelledWord: 'recieve',
  dictionarySuggestions: ['receive', 'relieve', 'a&b', 'd', 'e', 'f'],
  isEditable: true,
  selectionText: 'recieve',
  editFlags: can,
};
const press = (item: MenuItemConstructorOptions | undefined) =>
  item?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);

it('a misspelt word gets suggestions, and can be added', () => {
  const items = contextMenuTemplate(inField, actions);
  expect(items.slice(0, 5).map(({ label }) => label)).toEqual(['receive', 'relieve', 'a&&b', 'd', 'e']);
  press(items[2]);
  expect(actions.replaceMisspelling).toHaveBeenCalledWith('a&b');
  press(items.find(({ label }) => label === 'Add to Dictionary'));
  expect(actions.addWord).toHaveBeenCalledWith('recieve');
  press(items.find(({ label }) => label === 'Spelling…'));
  expect(actions.showSpelling).toHaveBeenCalledOnce();
  const [none] = contextMenuTemplate({ ...inField, dictionarySuggestions: [] }, actions);
  expect(none).toMatchObject({ label: 'No suggestions', enabled: false });
});

it('a field has what edits it; selected text can be copied; elsewhere there is no menu', () => {
  const right = { ...inField, misspelledWord: '', dictionarySuggestions: [] };
  const roles = (clicked: typeof right) => contextMenuTemplate(clicked, actions).map(({ role }) => role);
  expect(roles(right)).toEqual(['cut', 'copy', 'paste', 'selectAll']);
  expect(roles({ ...right, isEditable: false })).toEqual(['copy']);
  expect(roles({ ...right, isEditable: false, selectionText: ' ' })).toEqual([]);
  const [cut] = contextMenuTemplate({ ...right, editFlags: { ...can, canCut: false } }, actions);
  expect(cut?.enabled).toBe(false);
});

it('the menu of the page replaces the word where it stands', () => {
  const { webContents } = new electron.BrowserWindow();
  const popup = vi.fn();
  electron.Menu.buildFromTemplate.mockImplementation((template) => Object.assign(template, { popup }));
  offerContextMenu(webContents as unknown as WebContents, actions);
  webContents.raise('context-menu', {}, inField);
  expect(popup).toHaveBeenCalledOnce();
  press(electron.Menu.buildFromTemplate.mock.lastCall?.[0][0]);
  expect(webContents.replaceMisspelling).toHaveBeenCalledWith('receive');
  webContents.raise('context-menu', {}, { ...inField, isEditable: false, selectionText: '' });
  expect(popup).toHaveBeenCalledOnce();
});
