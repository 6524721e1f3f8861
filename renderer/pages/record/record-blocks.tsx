import { Square, SquareCheck } from 'lucide-react';
import { Badge } from '#renderer/components/badge.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { SpokenSigns } from '#renderer/components/spoken-signs.tsx';
import { assertNever } from '#shared/base/assert-never.ts';
import { isBlank } from '#shared/base/limits.ts';
import { type BlockOf, NOT_FILLED_IN, type RecordBlock } from '#shared/record/model.ts';
import { RecordBars, RecordTimeline } from './record-bars.tsx';
import { RecordHeatMaps } from './record-heat-maps.tsx';
import { RecordLink } from './record-link.tsx';
import { RecordSignatureView } from './record-signature.tsx';
import { RecordTable } from './record-table.tsx';
import './record-blocks.css';

/** The blocks of a section, in order. They never move, so their place is their key. @param level of their headings, below the section's own */
export function Blocks({ blocks, level = 4 }: { readonly blocks: readonly RecordBlock[]; readonly level?: 3 | 4 }) {
  // A small heading with no other above it in the section follows that of the section itself: no level is left out.
  const first = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  return blocks.map((block, index) => {
    const place = `${index}-${block.kind}`;
    return <Block key={place} block={block} title={titleOf(level, first >= 0 && index > first)} />;
  });
}

/** How a small heading is marked up, and one that is not. */
interface Titles {
  readonly large: 'h3' | 'h4';
  readonly small: 'h3' | 'h4' | 'h5';
}

function titleOf(level: 3 | 4, isBelowAnother: boolean): Titles {
  const large = level === 3 ? 'h3' : 'h4';
  return { large, small: isBelowAnother ? (level === 3 ? 'h4' : 'h5') : large };
}

function Block({ block, title }: { readonly block: RecordBlock; readonly title: Titles }) {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} title={title} />;
    case 'paragraph':
      return (
        <p className={`paper__paragraph paper__paragraph--${block.voice}`}>
          <SpokenSigns text={block.text} />
        </p>
      );
    case 'fields':
      return <Fields block={block} />;
    case 'list':
      return (
        <ul className="paper__list">
          {keyed(block.items, (item) => item).map(([key, item]) => (
            <li key={key}>
              <SpokenSigns text={item} />
            </li>
          ))}
        </ul>
      );
    case 'checks':
      return <Checks items={block.items} />;
    case 'callout':
      return (
        <Callout tone={block.tone} title={block.title}>
          {block.text !== '' && (
            <p className="preserve-lines">
              <SpokenSigns text={block.text} />
            </p>
          )}
        </Callout>
      );
    case 'table':
      return <RecordTable block={block} />;
    case 'heat-maps':
      return <RecordHeatMaps block={block} />;
    case 'bars':
      return <RecordBars bars={block.bars} />;
    case 'timeline':
      return <RecordTimeline spans={block.spans} />;
    case 'stages':
      return <Stages stages={block.stages} />;
    case 'code':
      return (
        <pre className="paper__code">
          <code>{block.text}</code>
        </pre>
      );
    case 'links':
      return <Links block={block} />;
    case 'signature':
      return <RecordSignatureView signature={block.signature} />;
    case 'empty':
      return (
        <p className="paper__empty">
          <SpokenSigns text={block.text} />
        </p>
      );
    default:
      return assertNever(block);
  }
}

/** The stages of a path in order, with how far each has come. */
function Stages({ stages }: { readonly stages: BlockOf<'stages'>['stages'] }) {
  return (
    <ol className="paper__list">
      {keyed(stages, (stage) => stage.name).map(([key, stage]) => (
        <li key={key}>
          {stage.name} <Badge tone={stage.state.tone}>{stage.state.text}</Badge>
          {stage.of > 0 && ` ${stage.met} of ${stage.of} exit criteria`}
          {stage.decided && ', stage of the decision'}
        </li>
      ))}
    </ol>
  );
}

interface HeadingProps {
  readonly block: BlockOf<'heading'>;
  readonly title: Titles;
}

function Heading({ block, title }: HeadingProps) {
  const Title = block.level === 2 ? title.small : title.large;
  return (
    <Title className={`paper__heading paper__heading--${block.level}`}>
      <span>
        <SpokenSigns text={block.text} />
      </span>
      {keyed(block.badges, (badge) => badge.text).map(([key, badge]) => (
        <Badge key={key} tone={badge.tone}>
          {badge.text}
        </Badge>
      ))}
    </Title>
  );
}

function Fields({ block }: { readonly block: BlockOf<'fields'> }) {
  return (
    <dl className="paper__fields">
      {keyed(block.rows, (row) => row.label).map(([key, row]) => (
        <div key={key}>
          <dt>{row.label}</dt>
          <dd className="preserve-lines">
            {isBlank(row.text) ? (
              <span className="paper__empty">{NOT_FILLED_IN}</span>
            ) : row.tone ? (
              <Badge tone={row.tone}>{row.text}</Badge>
            ) : (
              <SpokenSigns text={row.text} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Things that are met or not, with notes. */
function Checks({ items }: { readonly items: BlockOf<'checks'>['items'] }) {
  return (
    <ul className="paper__checks">
      {keyed(items, (item) => item.text).map(([key, { met, text, note }]) => {
        const Icon = met ? SquareCheck : Square;
        return (
          <li key={key}>
            <Icon size={18} role="img" aria-label={met ? 'Met' : 'Not met'} />
            <span>
              <SpokenSigns text={text} />
              {note !== '' && (
                <span className="paper__note preserve-lines">
                  <SpokenSigns text={note} />
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Links({ block }: { readonly block: BlockOf<'links'> }) {
  return (
    <ul className="paper__list">
      {keyed(block.items, (item) => `${item.text} ${item.url}`).map(([key, { text, url, note }]) => (
        <li key={key}>
          <RecordLink url={url}>{isBlank(text) ? url : <SpokenSigns text={text} />}</RecordLink>
          {!isBlank(text) && !isBlank(url) && <span className="paper__url"> {url}</span>}
          {note !== '' && (
            <span className="paper__note preserve-lines">
              <SpokenSigns text={note} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Rows with keys that stay unique where two rows say the same. */
export function keyed<Row>(rows: readonly Row[], nameOf: (row: Row) => string): readonly (readonly [string, Row])[] {
  return rows.map((row, index) => [`${index} ${nameOf(row)}`, row]);
}
