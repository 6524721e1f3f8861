import { CircleAlert, CircleCheck, CircleDashed, PenLine } from 'lucide-react';
import { useAbout } from '#renderer/components/about.tsx';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useSession } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/fields.ts';
import type { Approver } from '#shared/kinds/sign-off/answers.ts';
import { changeApprover, earlierSignatures } from '#shared/kinds/sign-off/edit.ts';
import type { ApproverStanding } from '#shared/kinds/sign-off/sign-off.ts';
import { anchor } from '#shared/review/anchor.ts';
import { SignatureView } from './signature-view.tsx';
import './sign-off-page.css';

/** An approver: who, where the signature stands, and the way to give one. */
export function ApproverRow({
  editor,
  standing,
  roles,
  isBlocked,
  onSign,
}: {
  readonly editor: ReviewEditor;
  readonly standing: ApproverStanding;
  readonly roles: readonly string[];
  /** Whether nobody can sign yet. */
  readonly isBlocked: boolean;
  readonly onSign: () => void;
}) {
  const { approver } = standing;
  const { document: review, contentSha256, isSealed } = useSession(editor, (snapshot) => snapshot);
  const earlier = earlierSignatures(review, approver.id);
  // In a signed review only those sign who have not yet.
  const isDone = isSealed && standing.kind === 'signed';
  const isUnnamed = isBlank(approver.name);
  // Without the hash nobody knows whether a signature is stale, so nothing may look like it.
  const isStale = standing.kind === 'stale' && contentSha256 !== null;
  return (
    <section
      className={`approver ${isStale ? 'approver--stale' : ''}`}
      id={anchor('sign-off', approver.id)}
      tabIndex={-1}
      aria-label={approver.name || 'Approver'}
    >
      {standing.kind === 'unsigned' && !isSealed ? (
        <ApproverFields editor={editor} approver={approver} roles={roles} />
      ) : (
        <div>
          <p className="approver__name">{approver.name}</p>
          {!isBlank(approver.role) && <p className="soft">{approver.role}</p>}
        </div>
      )}
      <div className="row" data-owed={(!isDone && !isUnnamed && !isBlocked) || undefined}>
        <StandingBadge editor={editor} standing={standing} />
        {!isDone && (
          <SignButton standing={standing} isStale={isStale} isDisabled={isBlocked || isUnnamed} onPress={onSign} />
        )}
        {isUnnamed && <span className="small soft">Name the approver first.</span>}
      </div>
      {standing.kind !== 'unsigned' && <SignatureView review={review} signature={standing.signature} />}
      {earlier.length > 0 && (
        <Disclosure summary={`Earlier signatures (${earlier.length})`}>
          <div className="stack">
            {earlier.map((signature) => (
              <SignatureView key={signature.id} review={review} signature={signature} />
            ))}
          </div>
        </Disclosure>
      )}
    </section>
  );
}

function SignButton({
  standing,
  isStale,
  isDisabled,
  onPress,
}: {
  readonly standing: ApproverStanding;
  readonly isStale: boolean;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}) {
  const about = useAbout();
  const isFirst = standing.kind === 'unsigned';
  return (
    <Button
      kind={isFirst || isStale ? 'primary' : 'quiet'}
      size="small"
      icon={PenLine}
      isDisabled={isDisabled}
      label={`${isFirst ? 'Sign' : 'Sign again'} as ${standing.approver.name || about}`}
      onPress={onPress}
    >
      {isFirst ? 'Sign…' : 'Sign again…'}
    </Button>
  );
}

function ApproverFields({
  editor,
  approver,
  roles,
}: {
  readonly editor: ReviewEditor;
  readonly approver: Approver;
  readonly roles: readonly string[];
}) {
  const change = (part: Partial<Omit<Approver, 'id'>>, field: string) =>
    editor.update((document) => changeApprover(document, approver.id, part), `approver.${approver.id}.${field}`);
  return (
    <div className="grid">
      <ComboField
        label="Name"
        value={approver.name}
        suggestions={useDerived(editor, knownPeople)}
        onChange={(name) => change({ name }, 'name')}
      />
      <ComboField
        label="Role"
        value={approver.role}
        suggestions={roles}
        onChange={(role) => change({ role }, 'role')}
      />
    </div>
  );
}

function StandingBadge({ editor, standing }: { readonly editor: ReviewEditor; readonly standing: ApproverStanding }) {
  const isHashed = useSession(editor, ({ contentSha256 }) => contentSha256 !== null);
  if (standing.kind === 'unsigned') return <Badge icon={CircleDashed}>Not signed</Badge>;
  if (!isHashed) return <Badge icon={CircleDashed}>Checking…</Badge>;
  if (standing.kind === 'signed') {
    return (
      <Badge tone="for" icon={CircleCheck}>
        Signed
      </Badge>
    );
  }
  return (
    <Badge tone="warning" icon={CircleAlert}>
      Signed an earlier version
    </Badge>
  );
}
