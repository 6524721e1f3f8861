import { CircleAlert, CircleCheck, CircleDashed, PenLine } from 'lucide-react';
import { useAbout } from '#renderer/components/about.tsx';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { SessionSnapshot } from '#renderer/review/review-session.ts';
import { useDerived, useDocument, useSession } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { personNamed } from '#shared/kinds/context/people.ts';
import type { Approver, Signature } from '#shared/kinds/sign-off/answers.ts';
import { changeApprover, earlierSignatures } from '#shared/kinds/sign-off/edit.ts';
import { type ApproverStanding, approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import { anchor } from '#shared/review/anchor.ts';
import { SignatureView } from './signature-view.tsx';
import './sign-off-page.css';

/** An approver: who, where the signature stands, and the way to give one. */
export function ApproverRow({
  editor,
  approver,
  roles,
  isBlocked,
  onSign,
}: {
  readonly editor: ReviewEditor;
  readonly approver: Approver;
  readonly roles: readonly string[];
  /** Whether nobody can sign yet. */
  readonly isBlocked: boolean;
  readonly onSign: (approver: Approver) => void;
}) {
  const about = useAbout();
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  const isHashed = useSession(editor, (snapshot) => snapshot.contentSha256 !== null);
  const earlier = useSession(editor, (snapshot) => earlierSignatures(snapshot.document, approver.id));
  const standing = useSession(editor, (snapshot) => standingOf(snapshot, approver));
  const isClosed = useDocument(editor, ({ closed }) => closed !== undefined);
  // In a closed review nobody signs; in one that an earlier version closed, only those who have not yet.
  const isDone = isSealed && (isClosed || standing.kind === 'signed');
  const isUnnamed = isBlank(approver.name);
  // Without the hash nobody knows whether a signature is stale, so nothing may look like it.
  const isStale = standing.kind === 'stale' && isHashed;
  return (
    <section
      className={`approver ${isStale ? 'approver--stale' : ''}`}
      id={anchor('sign-off', approver.id)}
      tabIndex={-1}
      aria-label={approver.name || about}
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
        <StandingBadge isHashed={isHashed} standing={standing} />
        {!isDone && (
          <SignButton
            standing={standing}
            isStale={isStale}
            isDisabled={isBlocked || isUnnamed}
            onPress={() => onSign(approver)}
          />
        )}
        {isUnnamed && <span className="small soft">Name the approver first.</span>}
      </div>
      {standing.kind !== 'unsigned' && <GivenSignature editor={editor} signature={standing.signature} />}
      {earlier.length > 0 && (
        <Disclosure summary={`Earlier signatures (${earlier.length})`}>
          <div className="stack">
            {earlier.map((signature) => (
              <GivenSignature key={signature.id} editor={editor} signature={signature} />
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

function GivenSignature({ editor, signature }: { readonly editor: ReviewEditor; readonly signature: Signature }) {
  return <SignatureView review={useDocument(editor, (review) => review)} signature={signature} />;
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
        onChange={(name) => change({ name, ...roleFor(editor, approver, name) }, 'name')}
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

/** The role that the list of people gives somebody, while the approver has none of their own. */
function roleFor(editor: ReviewEditor, { name: before, role }: Approver, name: string): Partial<Approver> {
  const { document } = editor.now();
  const roleOf = (other: string) => personNamed(document, other)?.role ?? '';
  const isOwn = !isBlank(role) && role !== roleOf(before);
  return isOwn ? {} : { role: roleOf(name) };
}

/** Where an approver stands; without the hash, rows say that they are being checked, and which it would be does not show. */
function standingOf({ document, contentSha256 }: SessionSnapshot, approver: Approver): ApproverStanding {
  const standings = approverStandings(document, contentSha256 ?? '');
  return standings.find((standing) => standing.approver.id === approver.id) ?? { kind: 'unsigned', approver };
}

function StandingBadge({ isHashed, standing }: { readonly isHashed: boolean; readonly standing: ApproverStanding }) {
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
