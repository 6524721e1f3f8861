import { type FormEvent, useId, useState } from 'react';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { isBlank } from '#shared/base/limits.ts';
import type { Condition } from '#shared/kinds/decision/answers.ts';
import type { Approver, SignersCondition, Verdict } from '#shared/kinds/sign-off/answers.ts';
import { looksLikeName, owesReason, type SignatureInput } from '#shared/kinds/sign-off/edit.ts';
import { VERDICT_TONES } from '#shared/kinds/sign-off/record.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import type { Drawing } from '#shared/kinds/sign-off/strokes.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import type { ReadCertificate } from './own-certificate-fields.tsx';
import { isTrackable, newSignersCondition } from './own-conditions.tsx';
import { type SealKind, SealKindFields } from './seal-kind-fields.tsx';
import { SignaturePad } from './signature-pad.tsx';
import { SigningActions } from './signing-actions.tsx';
import { UnderConditions } from './under-conditions.tsx';
import './sign-off-page.css';

const VERDICTS = (['approve', 'approve-with-conditions', 'can-live-with-it', 'object'] as const).map((value) => ({
  value,
  text: VERDICT_WORDS[value],
  tone: VERDICT_TONES[value],
}));

const COMMENT_LABELS: Readonly<Record<Verdict, string>> = {
  approve: 'Comment (optional)',
  'approve-with-conditions': 'What to say about the conditions (optional)',
  'can-live-with-it': 'What speaks against it (optional)',
  object: 'What the objection is',
};

/** Fields that may be owed, in the order of the form. */
const FIELDS = ['verdict', 'conditions', 'comment', 'name', 'kind'] as const;

export interface SigningDialogProps {
  readonly review: string;
  readonly approver: Approver;
  /** What a signature means, in the template's words. */
  readonly statement: string;
  /** Conditions of the decision. */
  readonly conditions: readonly Condition[];
  /** Names to suggest for owners. */
  readonly people: readonly string[];
  /** Hash of the content that is signed; null while it is being computed. */
  readonly contentSha256: string | null;
  readonly onClose: () => void;
  readonly onSign: (signature: Omit<SignatureInput, 'id' | 'signedAt'>, contentSha256: string) => void;
}

/** Where one approver says yes or no and signs, by typing the name and, if wanted, by drawing. */
export function SigningDialog({ review, approver, statement, contentSha256, onSign, ...props }: SigningDialogProps) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [comment, setComment] = useState('');
  const [typedName, setTypedName] = useState('');
  const [drawing, setDrawing] = useState<Drawing>([]);
  const [kind, setKind] = useState<SealKind>('witnessed');
  const [read, setRead] = useState<ReadCertificate | null>(null);
  const [own, setOwn] = useState<readonly SignersCondition[]>([]);
  /** The differing name that was asked about. */
  const [asked, setAsked] = useState<string | null>(null);
  const [wasTried, setTried] = useState(false);
  /** Whether the name differed when its field was left: what describes a field with the focus is said again as it changes. */
  const [wasDifferent, setWasDifferent] = useState(false);
  const { client } = useHost();
  const id = useId();

  // A condition that stands in a comment alone has no owner and no date, and nobody could close it.
  const isUnderConditions = verdict === 'approve-with-conditions';
  const lacksConditions = isUnderConditions && props.conditions.length === 0 && own.length === 0;
  const certificate = kind === 'own-certificate' ? read?.certificate : undefined;
  const owes = {
    verdict: verdict === null,
    conditions: lacksConditions || (isUnderConditions && !own.every(isTrackable)),
    comment: owesReason({ verdict, comment }),
    name: isBlank(typedName),
    kind: kind === 'own-certificate' && certificate === undefined,
  };
  const problem = (isOwed: boolean, text: string) => (wasTried && isOwed ? text : undefined);
  const differs = !isBlank(typedName) && !looksLikeName(typedName, approver.name);

  const isAsking = differs && asked === typedName;

  useSaid(differs ? differsText(approver.name) : '', 1_000);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const first = FIELDS.find((field) => owes[field]);
    if (first) return focusAnchor(`${id}-${first}`);
    // Asked once for each name: whoever signs for somebody else would not notice a hint.
    if (differs && !isAsking) return setAsked(typedName);
    give();
  }

  function give() {
    if (verdict !== null && contentSha256 !== null) {
      // A key that was read and then not used has no business in memory.
      if (!certificate) forget();
      const given = { verdict, comment, typedName: typedName.trim(), drawing };
      const conditions = isUnderConditions && own.length > 0 ? { conditions: own } : {};
      onSign({ ...given, ...conditions, ...(certificate ? { certificate } : {}) }, contentSha256);
    }
  }

  function forget() {
    // Nothing to tell when it fails: then the host is gone, and the key with it.
    if (read) void client['certificate.forget']({ id: review, approver: approver.id });
  }

  function onClose() {
    forget();
    props.onClose();
  }

  return (
    <Dialog title={`Sign as ${approver.name}`} isOpen onClose={onClose} size="wide">
      <form className="stack" onSubmit={submit} noValidate>
        <p className="signing__statement preserve-lines">{statement}</p>
        <ChoiceGroup
          id={`${id}-verdict`}
          label="Verdict"
          isRequired
          isClearable={false}
          value={verdict}
          choices={VERDICTS}
          error={problem(verdict === null, 'Choose a verdict.')}
          onChange={(chosen) => {
            setVerdict(chosen);
            if (chosen === 'approve-with-conditions' && props.conditions.length === 0 && own.length === 0) {
              setOwn([newSignersCondition()]);
            }
          }}
        />
        {isUnderConditions && (
          <UnderConditions
            id={`${id}-conditions`}
            decided={props.conditions}
            own={own}
            people={props.people}
            isOwed={wasTried && owes.conditions}
            onChange={setOwn}
          />
        )}
        <TextArea
          id={`${id}-comment`}
          label={COMMENT_LABELS[verdict ?? 'approve']}
          isRequired={verdict === 'object'}
          rows={1}
          value={comment}
          error={problem(owes.comment, 'Write why you object, so that the record can say it.')}
          onChange={setComment}
        />
        <div className="stack stack--tight">
          <TextField
            id={`${id}-name`}
            label="Your name, typed as your signature"
            isName
            isRequired
            value={typedName}
            error={problem(owes.name, `Type your name to sign, ${approver.name}.`)}
            help="Only the signer types here."
            describedBy={wasDifferent ? `${id}-differs` : undefined}
            onChange={setTypedName}
            onLeave={() => setWasDifferent(differs)}
          />
          <p className="signing__differs small" id={`${id}-differs`} hidden={!differs}>
            {differsText(approver.name)}
          </p>
        </div>
        <SealKindFields
          id={`${id}-kind`}
          review={review}
          approver={approver.id}
          kind={kind}
          read={read}
          isOwed={wasTried && owes.kind}
          onKind={setKind}
          onRead={setRead}
        />
        <SignaturePad drawing={drawing} onChange={setDrawing} />
        <WhatIsSigned contentSha256={contentSha256} />
        <SigningActions
          asked={isAsking ? typedName.trim() : null}
          name={approver.name}
          isDisabled={contentSha256 === null}
          onCancel={onClose}
          onCorrect={() => focusAnchor(`${id}-name`)}
        />
      </form>
    </Dialog>
  );
}

function differsText(name: string): string {
  return `This does not read like “${name}”. You can sign all the same; the record shows both names.`;
}

function WhatIsSigned({ contentSha256 }: Pick<SigningDialogProps, 'contentSha256'>) {
  if (contentSha256 === null) return <p className="small soft">Taking the fingerprint of the review…</p>;
  return (
    <p className="small soft">
      Signed is the review with the fingerprint <code>{shortHash(contentSha256)}</code>. A signature cannot be taken
      back, but you can sign again. It closes nothing: others can still sign until somebody seals the record.
    </p>
  );
}
