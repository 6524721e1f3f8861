import { Flag, GitCompare } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { historyHref } from '#renderer/base/routes.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { ConfirmDialog } from '#renderer/components/dialog.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { isBlank } from '#shared/base/limits.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import type { MilestoneInfo, Milestones } from './use-milestones.ts';
import { NOW } from './use-state-of.ts';
import './history-page.css';

/** Names the present state, and lists the states kept before. */
export function MilestoneList({ review, milestones }: { readonly review: string; readonly milestones: Milestones }) {
  const { list, fault, restore } = milestones;
  const [asked, setAsked] = useState<MilestoneInfo | null>(null);
  const names = toldApart((list?.milestones ?? []).map(({ name }) => name));
  return (
    <Card title="Milestones">
      <p className="soft">A milestone keeps the review as it is now under a name. Later changes leave it alone.</p>
      <KeepForm milestones={milestones} />
      {fault && (
        <Callout tone="warning" title="That did not work" role="alert">
          <p>{fault.message}</p>
        </Callout>
      )}
      {list?.milestones.length === 0 && <p className="soft">No milestone has been kept yet.</p>}
      {list !== null && list.milestones.length > 0 && (
        <ul className="milestones">
          {list.milestones.map((milestone, index) => (
            <li key={milestone.id} className="milestone">
              <div className="milestone__words">
                <p className="milestone__name">{milestone.name}</p>
                <p className="small soft">
                  {writeMoment(milestone.keptAt)} · <code>{shortHash(milestone.contentSha256)}</code>
                </p>
              </div>
              <LinkButton
                size="small"
                icon={GitCompare}
                href={historyHref(review, milestone.id, NOW)}
                label={`Compare with now: ${names[index] ?? milestone.name}`}
              >
                Compare with now
              </LinkButton>
              <Button
                size="small"
                label={`Restore as a copy: ${names[index] ?? milestone.name}`}
                onPress={() => setAsked(milestone)}
              >
                Restore as a copy…
              </Button>
            </li>
          ))}
        </ul>
      )}
      {list?.unreadable.map(({ file, reason }) => (
        <Callout key={file} tone="warning" title={file}>
          <p>{reason}</p>
        </Callout>
      ))}
      <ConfirmDialog
        title="Restore as a copy"
        confirm="Restore"
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => void (asked && restore(asked))}
      >
        <p>“{asked?.name}” comes back as a review of its own, without signatures. This review stays as it is.</p>
      </ConfirmDialog>
    </Card>
  );
}

function KeepForm({ milestones }: { readonly milestones: Milestones }) {
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [wasTried, setTried] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isBlank(name)) return;
    setBusy(true);
    if (await milestones.keep(name.trim())) {
      setName('');
      setTried(false);
    }
    setBusy(false);
  }

  return (
    <form className="keep-milestone" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label="Name of the milestone"
        value={name}
        placeholder="After the workshop"
        error={wasTried && isBlank(name) ? 'Give it a name that says when or why.' : undefined}
        onChange={setName}
      />
      <Button type="submit" icon={Flag} isDisabled={isBusy}>
        Keep as it is now
      </Button>
    </form>
  );
}
