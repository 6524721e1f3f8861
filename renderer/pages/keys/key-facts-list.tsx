import { Card } from '#renderer/components/card.tsx';
import { formatInstant } from '#shared/base/dates.ts';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { KeyFacts } from '#shared/contract/key-contract.ts';
import { PROTECTION_WORDS, trustText } from '#shared/contract/key-words.ts';
import { groupedFingerprint } from '#shared/verify/verify-words.ts';
import '#renderer/components/facts.css';
import './keys-page.css';

/** What the keys are, in words and figures that people can compare. */
export function KeyFactsList({ keys }: { readonly keys: DeepReadonly<KeyFacts> }) {
  const rows: readonly (readonly [string, string, 'code' | 'text'])[] = [
    ['Key fingerprint', groupedFingerprint(keys.keySha256), 'code'],
    ['Made', formatInstant(keys.createdAt), 'text'],
    ['Private keys', `Are ${PROTECTION_WORDS[keys.protection]}`, 'text'],
    ['File', keys.file, 'code'],
    ['To trust', trustText(keys), 'text'],
    ['Its certificate (SHA-256)', groupedFingerprint(keys.root.sha256), 'code'],
    ...keys.earlier.map(({ keySha256 }) => ['Earlier key', groupedFingerprint(keySha256), 'code'] as const),
  ];
  return (
    <Card title={`Workbook ${keys.keyId}`} level={2}>
      <dl className="facts">
        {rows.map(([label, text, form]) => (
          <div key={`${label} ${text}`} className="facts__row">
            <dt>{label}</dt>
            <dd className={form === 'code' ? 'keys__code' : undefined}>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">
        A sealed record prints the key fingerprint of each workbook that sealed it. Compare, as on the telephone, when
        much depends on it.
      </p>
    </Card>
  );
}
