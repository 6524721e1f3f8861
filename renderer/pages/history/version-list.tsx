import { GitCompare } from 'lucide-react';
import { useState } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { historyHref } from '#renderer/base/routes.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { ConfirmDialog } from '#renderer/components/dialog.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { NOW } from './use-state-of.ts';
import type { Version, Versions } from './use-versions.ts';
import './history-page.css';

/** How many versions are shown before the rest is asked for. */
const SHOWN = 5;

/** Lists the versions that were kept by themselves, to look at and to bring back. */
export function VersionList({ review, versions }: { readonly review: string; readonly versions: Versions }) {
  const { list, fault, restore } = versions;
  const [asked, setAsked] = useState<Version | null>(null);
  // Two of them may be of the same minute.
  const moments = toldApart((list ?? []).map(({ replacedAt }) => writeMoment(replacedAt)));
  const rows = (from: number, to?: number) => (
    <ul className="milestones">
      {(list ?? []).slice(from, to).map((version, index) => (
        <VersionRow
          key={version.name}
          review={review}
          version={version}
          moment={moments[from + index] ?? ''}
          onRestore={() => setAsked(version)}
        />
      ))}
    </ul>
  );
  return (
    <Card title="Earlier versions">
      <p className="soft">
        Kept by themselves as you work: the one before the last save, and one of each ten minutes, hour, day and week,
        the sparser the older.
      </p>
      {fault && (
        <Callout tone="warning" title="That did not work" role="alert">
          <p>{fault.message}</p>
        </Callout>
      )}
      {list?.length === 0 && <p className="soft">There is none yet.</p>}
      {list !== null && list.length > 0 && rows(0, SHOWN)}
      {list !== null && list.length > SHOWN && (
        <Disclosure summary={`${list.length - SHOWN} older ones`}>{rows(SHOWN)}</Disclosure>
      )}
      <ConfirmDialog
        title="Restore as a copy"
        confirm="Restore"
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => void (asked && restore(asked))}
      >
        <p>
          The review as it was until {asked && writeMoment(asked.replacedAt)} comes back as a review of its own, without
          signatures. This review stays as it is.
        </p>
      </ConfirmDialog>
    </Card>
  );
}

function VersionRow({
  review,
  version: { name },
  moment,
  onRestore,
}: {
  readonly review: string;
  readonly version: Version;
  /** Until when it was the review. */
  readonly moment: string;
  readonly onRestore: () => void;
}) {
  return (
    <li className="milestone">
      <div className="milestone__words">
        <p className="milestone__name">Until {moment}</p>
      </div>
      <LinkButton
        size="small"
        icon={GitCompare}
        href={historyHref(review, name, NOW)}
        label={`Compare with now: the version until ${moment}`}
      >
        Compare with now
      </LinkButton>
      <Button size="small" label={`Restore as a copy: the version until ${moment}`} onPress={onRestore}>
        Restore as a copy…
      </Button>
    </li>
  );
}
