import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { HostContext } from '#renderer/host/host.tsx';
import { ExportFields } from '#renderer/pages/review/export-fields.tsx';
import type { Answer } from '#shared/contract/contract.ts';

const PAPER_STAYS = 'A sealed record stays on the paper that it was sealed on.';
const SEALED = {
  kind: 'sealed',
  savedAt: '2026-01-05T00:00:00Z',
  paper: 'a4',
  signatures: [],
  isBehind: false,
  hasShort: true,
  notes: [],
} as const satisfies Answer<'seal.state'>;

/** The dialog's fields for a closed review, with the short record chosen. */
async function chooseShort(state: Answer<'seal.state'>, isSealed = true) {
  const host = { client: { 'seal.state': async () => state }, info: { paper: 'a4', saveDialog: true } };
  render(
    <HostContext value={host as never}>
      <ExportFields
        review="review"
        title="Gateway"
        isSealed={isSealed}
        state={{ kind: 'choosing' } as never}
        progress={null}
        onExport={() => undefined}
        onCancel={() => undefined}
        onClose={() => undefined}
      />
    </HostContext>,
  );
  await userEvent.setup().click(screen.getByRole('radio', { name: 'Short record, at most five pages' }));
}

describe('the short record of a closed review', () => {
  it('that was sealed with the full one is given out as it was sealed', async () => {
    await chooseShort(SEALED);
    expect(await screen.findByText(PAPER_STAYS)).toBeDefined();
    expect(screen.queryByText(/no seals|not sealed/)).toBeNull();
  });

  it('is told of when it has no seals, because an earlier version sealed the review', async () => {
    await chooseShort({ ...SEALED, hasShort: false });
    expect(await screen.findByText(/This review was sealed without a short record\..* has no seals/)).toBeDefined();
    expect(screen.queryByText(PAPER_STAYS)).toBeNull();
  });

  it('is told of when nothing is sealed yet', async () => {
    await chooseShort({ kind: 'unsealed' });
    expect(await screen.findByText(/The record is not sealed yet/)).toBeDefined();
  });
});

it('says nothing about seals of an open review', async () => {
  await chooseShort(SEALED, false);
  expect(screen.queryByText(/seal/)).toBeNull();
});
