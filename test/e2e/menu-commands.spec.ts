import { expect, test } from './host.ts';
import { HOST_WITH_MENU } from './host-with-menu.ts';
import { expectSaved } from './workbook.ts';

test('undo from a native menu is the field’s own in search and dialogs, and the review’s elsewhere', {
  tag: '@loopback',
}, async ({ host }) => {
  const page = await host.open();
  await page.addInitScript(HOST_WITH_MENU);
  await page.reload();
  await expect(page.getByRole('button', { name: 'New review' })).toBeVisible();
  const menu = (command: string) => page.evaluate(`menu('${command}')`);

  await menu('new');
  const title = page.getByRole('dialog').getByLabel(/^Title/);
  await title.pressSequentially('Gateway');
  await menu('undo');
  await expect(title).toHaveValue('');
  await menu('redo');
  await expect(title).toHaveValue('Gateway');
  await title.press('Enter');

  const component = page.getByLabel(/^Component/);
  await component.fill('Message gateway');
  await expectSaved(page);
  await menu('undo');
  await expect(component).toHaveValue('');
  await menu('home');

  const search = page.getByRole('searchbox');
  await search.pressSequentially('gate');
  await menu('undo');
  await expect(search).toHaveValue('');
  await expect(page.getByRole('list', { name: 'Reviews' }).getByRole('listitem')).toHaveCount(1);
});
