import { KeyRound } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { DialogFor } from '#renderer/components/dialog.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListFault } from '#renderer/components/list-fault.tsx';
import { SideHeader } from '#renderer/components/side-header.tsx';
import { useHost } from '#renderer/host/host.tsx';
import type { Answer, CallFailure } from '#shared/contract/contract.ts';
import { exposureText, replacementText } from '#shared/contract/key-words.ts';
import { KeyFactsList } from './key-facts-list.tsx';
import { KeyTaskDialog } from './key-task-dialog.tsx';
import { KEY_TASKS, type KeyTask } from './key-tasks.ts';
import { RenewKeysDialog } from './renew-keys-dialog.tsx';
import './keys-page.css';
import '#renderer/components/wide-page.css';

type View = Answer<'key.show'> | CallFailure | { readonly kind: 'waiting' };

/** The keys that seal records: what they are, how others come to trust them, and how they are kept. */
export function KeysPage({ onShowShortcuts }: { readonly onShowShortcuts: () => void }) {
  const { client } = useHost();
  const [view, setView] = useState<View>({ kind: 'waiting' });
  const [isRenewing, setRenewing] = useState(false);
  const [task, setTask] = useState<KeyTask | null>(null);

  const look = useCallback(async () => {
    setView(await client['key.show']({}));
  }, [client]);
  useEffect(() => {
    void look();
  }, [look]);

  const keep = async () => {
    const answer = await client['key.keep']({});
    setView(answer);
    if (answer.kind === 'keys') say('These keys are kept.');
  };
  const start = (asked: KeyTask) => (
    <Button key={asked} onPress={() => setTask(asked)}>
      {KEY_TASKS[asked].title}…
    </Button>
  );
  return (
    <div className="wide-page keys">
      <SideHeader title="Keys" onShowShortcuts={onShowShortcuts} />
      <main className="wide-page__main" aria-busy={view.kind === 'waiting'}>
        <p className="keys__intro">
          Signed records are sealed with a key that only this workbook has. Here is what tells it from others, how
          people elsewhere come to trust it, and how it is kept.
        </p>
        {view.kind === 'failed' && (
          <ListFault title="The keys cannot be used" fault={view} onRetry={() => void look()} />
        )}
        {view.kind === 'none' && (
          <EmptyState title="There are no keys yet" icon={KeyRound}>
            <p>They are made when the first record is sealed, or when you first export or request something below.</p>
          </EmptyState>
        )}
        {view.kind === 'keys' && view.keys.replaced && (
          <Callout tone="open" title="These keys took the place of earlier ones">
            <p>{replacementText(view.keys.replaced)}</p>
          </Callout>
        )}
        {view.kind === 'keys' && view.keys.exposedAt !== null && (
          <Callout tone="open" title="Others could read the private keys">
            <p>{exposureText(view.keys.exposedAt)}</p>
            <div className="row">
              <Button onPress={() => setRenewing(true)}>Make new keys…</Button>
              <Button kind="quiet" onPress={() => void keep()}>
                Keep these keys
              </Button>
            </div>
          </Callout>
        )}
        {view.kind === 'keys' && <KeyFactsList keys={view.keys} />}
        <Card title="For those who check records" level={2}>
          <p>
            Whoever adds the root certificate to their trusted authorities sees the seals of this workbook as trusted.
          </p>
          <div className="row">
            {start('root')}
            {start('certificates')}
          </div>
        </Card>
        <Card title="One root for an organisation" level={2}>
          <p>
            With several workbooks, let one authority vouch for all of them: others then trust it once. No private key
            leaves its computer.
          </p>
          <ol className="keys__steps">
            <li>
              <p>Once, away from the laptops that seal:</p>
              {start('authority')}
            </li>
            <li>
              <p>In each workbook, for the authority:</p>
              {start('request')}
            </li>
            <li>
              <p>Where the authority is, on that request:</p>
              {start('issue')}
            </li>
            <li>
              <p>In the workbook that asked:</p>
              {start('adopt')}
            </li>
          </ol>
        </Card>
        <Card title="Keeping the private keys" level={2}>
          <p>
            Without a copy, a new laptop or a lost file means a new key, and another name in the records sealed from
            then on.
          </p>
          <div className="row">
            {start('export')}
            {start('restore')}
            {view.kind === 'keys' && view.keys.exposedAt === null && (
              <Button onPress={() => setRenewing(true)}>Make new keys…</Button>
            )}
          </div>
        </Card>
      </main>
      <DialogFor subject={isRenewing || null}>
        {() => <RenewKeysDialog onRenewed={look} onClose={() => setRenewing(false)} />}
      </DialogFor>
      <DialogFor subject={task}>
        {(asked) => (
          <KeyTaskDialog key={asked} task={asked} onChanged={() => void look()} onClose={() => setTask(null)} />
        )}
      </DialogFor>
    </div>
  );
}
