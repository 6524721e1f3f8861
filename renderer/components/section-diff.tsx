import { CircleMinus, CirclePlus, type LucideIcon, Pencil } from 'lucide-react';
import type { ReviewDocument } from '#shared/review/review.ts';
import { answersItem } from '#shared/template/carry.ts';
import type { ChangeKind, FieldChange, ItemChange, SectionChange, TemplateDiff } from '#shared/template/diff.ts';
import { Badge } from './badge.tsx';
import { Card } from './card.tsx';
import type { Tone } from './tone.ts';
import './section-diff.css';

const CHANGES: Readonly<Record<ChangeKind, { readonly word: string; readonly tone: Tone; readonly icon: LucideIcon }>> =
  {
    added: { word: 'Added', tone: 'for', icon: CirclePlus },
    changed: { word: 'Changed', tone: 'open', icon: Pencil },
    removed: { word: 'Removed', tone: 'against', icon: CircleMinus },
  };

/** What differs, section by section, with the answers that were given to older words. */
export function SectionDiff({ diff, review }: { readonly diff: TemplateDiff; readonly review: ReviewDocument }) {
  return (
    <div className="stack">
      {diff.sections.map((section) => (
        <SectionCard key={section.kind} section={section} review={review} />
      ))}
      {diff.sources.length > 0 && (
        <Card title="Sources">
          <ul className="diff-items">
            {diff.sources.map((item) => (
              <ItemLine key={item.id} item={item} isAnswered={false} />
            ))}
          </ul>
        </Card>
      )}
      {diff.fields.length > 0 && (
        <Card title="About the template">
          <Fields fields={diff.fields} />
        </Card>
      )}
    </div>
  );
}

function SectionCard({ section, review }: { readonly section: SectionChange; readonly review: ReviewDocument }) {
  const { kind, title, change, fields, items } = section;
  return (
    <Card title={title} aside={change === 'changed' ? undefined : <ChangeBadge change={change} />}>
      {change !== 'changed' && <p>{change === 'added' ? 'The whole section is new.' : 'The whole section is gone.'}</p>}
      <Fields fields={fields} />
      {items.length > 0 && (
        <ul className="diff-items">
          {items.map((item) => (
            <ItemLine
              key={`${item.within.join(' ')} ${item.id} ${item.change}`}
              item={item}
              isAnswered={item.change === 'changed' && answersItem(review, kind, item.id)}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

function ItemLine({ item, isAnswered }: { readonly item: ItemChange; readonly isAnswered: boolean }) {
  return (
    <li className="diff-item">
      <p className="diff-item__head">
        <ChangeBadge change={item.change} />
        <span className="diff-item__name">
          {item.within.length > 0 && <span className="soft">{item.within.join(' › ')} › </span>}
          {item.name}
        </span>
        {isAnswered && <span className="small diff-item__answered">You have answered this: look at it again.</span>}
      </p>
      <Fields fields={item.fields} />
    </li>
  );
}

function Fields({ fields }: { readonly fields: readonly FieldChange[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className="diff-fields">
      {fields.map(({ label, before, after }) => (
        <div key={label} className="diff-field">
          <dt>{label}</dt>
          <dd>
            {before !== '' && <del>{before}</del>}
            {after !== '' && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function ChangeBadge({ change }: { readonly change: ChangeKind }) {
  const { word, tone, icon } = CHANGES[change];
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
