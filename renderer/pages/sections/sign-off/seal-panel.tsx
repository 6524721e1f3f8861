import { Download, FileSearch, Stamp } from 'lucide-react';
import { useContext, useEffect, useRef, useState } from 'react';
import { verifySealedHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { About } from '#renderer/components/about.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { WorkProgress } from '#renderer/components/work-progress.tsx';
import { OpenExportContext } from '#renderer/review/open-export.ts';
import { paperName } from '#renderer/review/paper-choice.tsx';
import { formatInstant } from '#shared/base/dates.ts';
import type { SealedBy } from '#shared/kinds/sign-off/sign-off.ts';
import { anchor } from '#shared/review/anchor.ts';
import { OwnCertificateFields, type ReadCertificate } from './own-certificate-fields.tsx';
import type { Seal, SealView } from './use-seal.ts';
import './sign-off-page.css';

type View<Kind extends SealView['kind']> = Extract<SealView, { kind: Kind }>;

/** Id of the panel, which gets the focus when the last signature is given. */
export const SEAL_ID = 'seal';

interface SealPanelProps {
  readonly review: string;
  readonly seal: Seal;
}

/** The digital seal of a signed review: how it stands, and what to do. */
export function SealPanel({ review, seal }: SealPanelProps) {
  const panel = useRef<HTMLElement>(null);
  useSaid(spoken(seal.view));
  // What was pressed goes with how it stood; the panel stays, and shows how it went.
  const leadTo = () => panel.current?.focus();
  return (
    <section id={SEAL_ID} ref={panel} tabIndex={-1} aria-label="Seal">
      <SealState
        review={review}
        seal={{
          ...seal,
          run: () => {
            leadTo();
            seal.run();
          },
          cancel: () => {
            leadTo();
            seal.cancel();
          },
          runWithout: (approvers) => {
            leadTo();
            seal.runWithout(approvers);
          },
        }}
      />
    </section>
  );
}

/** What is said when the seal has come to stand otherwise; faults are alerts and say themselves. */
function spoken(view: SealView): string {
  switch (view.kind) {
    case 'sealed':
      return `${sealedTitle(view)}.`;
    case 'unsealed':
      return 'The record is not sealed yet.';
    case 'needs-certificates':
      return 'To seal the record, certificates have to be chosen again.';
    default:
      return '';
  }
}

function sealedTitle({ signatures, savedAt, paper }: View<'sealed'>): string {
  const count = signatures.length === 1 ? '1 digital signature' : `${signatures.length} digital signatures`;
  return `Sealed as of ${formatInstant(savedAt)}, ${count}, ${paperName(paper)}`;
}

function SealState({ review, seal }: SealPanelProps) {
  const { view, progress, run, cancel, runWithout } = seal;
  switch (view.kind) {
    case 'unknown':
      return <Callout tone="neutral" title="Checking the sealed record…" icon={Stamp} />;
    case 'open':
      return null;
    case 'sealing':
      return <Sealing progress={progress} cancel={cancel} />;
    case 'unsealed':
      return (
        <Callout tone="open" title="The record is not sealed yet">
          <p>Sealing adds a digital signature for each approver, so that anybody can see that nothing was changed.</p>
          <p>
            A review that was signed in another workbook is best sealed there: seals made here say that this one did not
            record the sign-off.
          </p>
          <SealButton text="Seal the record" onPress={run} />
        </Callout>
      );
    case 'damaged':
      return (
        <Callout tone="warning" title="The sealed record in the data folder was changed or is damaged" role="alert">
          <p>The signatures of the review are not affected. Seal the record again; the faulty file stays beside it.</p>
          <SealButton text="Seal again" onPress={run} />
        </Callout>
      );
    case 'failed':
      return (
        <Callout tone="warning" title="The record could not be sealed" role="alert">
          <p>{view.message}</p>
          <p>The signatures are kept.</p>
          <SealButton text="Try again" onPress={run} />
        </Callout>
      );
    case 'needs-certificates':
      return <NeedsCertificates review={review} view={view} run={run} runWithout={runWithout} />;
    case 'sealed':
      return <Sealed review={review} view={view} run={run} />;
  }
}

function Sealing({ progress, cancel }: Pick<Seal, 'progress' | 'cancel'>) {
  const place = useRef<HTMLDivElement>(null);
  // Who signs last does so further down; how it went is said here.
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div ref={place}>
      <Callout tone="neutral" title="Sealing the record…" icon={Stamp}>
        <WorkProgress label="Sealing" start="Preparing…" progress={progress} />
        {progress && (
          <div className="row">
            <Button size="small" isDisabled={!progress.canCancel} onPress={cancel}>
              Cancel
            </Button>
          </div>
        )}
      </Callout>
    </div>
  );
}

function SealButton({ text, onPress }: { readonly text: string; readonly onPress: () => void }) {
  return (
    <div className="row">
      <Button kind="primary" icon={Stamp} onPress={onPress}>
        {text}
      </Button>
    </div>
  );
}

function Sealed({
  review,
  view,
  run,
}: {
  readonly review: string;
  readonly view: View<'sealed'>;
  readonly run: Seal['run'];
}) {
  const openExport = useContext(OpenExportContext);
  const { signatures, isBehind, notes } = view;
  return (
    <Callout tone="for" title={sealedTitle(view)} icon={Stamp}>
      <ol className="open-point-links">
        {signatures.map(({ name, kind }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two signers may have the same name; the list is never reordered
          <li key={index}>
            <bdi>{name}</bdi>: {SEALED_BY_WORDS[kind]}
          </li>
        ))}
      </ol>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {isBehind && (
        <p>
          Something was recorded or taken back since. The sealed record does not show it until it is issued again; the
          earlier one is kept.
        </p>
      )}
      <div className="row">
        <Button kind={isBehind ? 'quiet' : 'primary'} icon={Download} onPress={openExport}>
          Export…
        </Button>
        <Button icon={FileSearch} onPress={() => navigate(verifySealedHref(review))}>
          Verify…
        </Button>
        {isBehind && (
          <Button kind="primary" icon={Stamp} onPress={run}>
            Issue and seal again
          </Button>
        )}
      </div>
    </Callout>
  );
}

const SEALED_BY_WORDS: Readonly<Record<SealedBy, string>> = {
  witnessed: 'witnessed by the workbook',
  'own-certificate': 'own certificate',
  'witnessed-instead': 'witnessed by the workbook, because the own certificate was not at hand',
};

function NeedsCertificates({
  review,
  view: { approvers },
  run,
  runWithout,
}: Pick<Seal, 'run' | 'runWithout'> & {
  readonly review: string;
  readonly view: View<'needs-certificates'>;
}) {
  const [read, setRead] = useState<Readonly<Record<string, ReadCertificate | null>>>({});
  const isReady = approvers.every(({ id }) => read[id]);
  return (
    <Callout tone="open" title="To seal the record, certificates have to be chosen again">
      <p>
        Keys of own certificates are never stored, and Groundwork was closed, or sealed before, since{' '}
        {approvers.map(({ name }) => name).join(', ')} signed. The signatures stay valid.
      </p>
      {approvers.map(({ id, name }) => (
        <section key={id} id={anchor('sign-off', 'certificate', id)} aria-label={name} className="stack">
          <p className="approver__name">{name}</p>
          <About subject={name}>
            <OwnCertificateFields
              review={review}
              approver={id}
              read={read[id] ?? null}
              onRead={(found) => setRead((before) => ({ ...before, [id]: found }))}
            />
          </About>
        </section>
      ))}
      <div className="row">
        <Button kind="primary" icon={Stamp} isDisabled={!isReady} onPress={run}>
          Seal the record
        </Button>
        <Button onPress={() => runWithout(approvers.map(({ id }) => id))}>Seal with the workbook’s key instead</Button>
      </div>
    </Callout>
  );
}
