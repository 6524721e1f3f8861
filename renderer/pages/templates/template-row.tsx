import { Download, Eye, FilePlus2, Printer, Trash2 } from 'lucide-react';
import { writeMoment } from '#renderer/base/dates.ts';
import { newReviewHref } from '#renderer/base/routes.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import type { LibraryTemplate } from '#shared/contract/contract.ts';
import './templates-page.css';

export interface TemplateRowProps {
  readonly template: LibraryTemplate;
  readonly onLook: () => void;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  readonly onRemove: () => void;
}

/** One template of the library. */
export function TemplateRow({ template, onLook, onExport, onPrint, onRemove }: TemplateRowProps) {
  const { title, version, summary, reviews, origin, sha256 } = template;
  const name = `“${title}” ${version}`;
  return (
    <li className="template-row">
      <div className="template-row__words">
        <h2 className="template-row__title">
          {title} <span className="soft template-row__version">{version}</span>
        </h2>
        <p className="template-row__summary">{summary}</p>
        <p className="template-row__facts">
          <Badge tone="neutral">{originText(origin)}</Badge>
          <span className="small soft">{usedText(reviews)}</span>
        </p>
      </div>
      <div className="template-row__actions">
        {origin.kind !== 'kept' && (
          <LinkButton icon={FilePlus2} href={newReviewHref(sha256)}>
            Start a review<span className="visually-hidden"> from {name}</span>
          </LinkButton>
        )}
        <Button kind="quiet" icon={Eye} label={`Preview ${name}`} onPress={onLook}>
          Preview
        </Button>
        <Button kind="quiet" icon={Download} label={`Export ${name}`} onPress={onExport}>
          Export
        </Button>
        <Button kind="quiet" icon={Printer} label={`Print ${name}`} onPress={onPrint}>
          Print
        </Button>
        {origin.kind === 'imported' && (
          <IconButton icon={Trash2} kind="danger" label={`Remove ${name} from the library`} onPress={onRemove} />
        )}
      </div>
    </li>
  );
}

function originText(origin: LibraryTemplate['origin']): string {
  switch (origin.kind) {
    case 'built-in':
      return 'Ships with Groundwork';
    case 'imported':
      return `Imported from ${origin.file || 'a file'}, ${writeMoment(origin.importedAt)}`;
    case 'kept':
      return 'Not in the library; kept for its reviews';
  }
}

function usedText(reviews: number): string {
  if (reviews === 0) return 'No review uses it';
  return reviews === 1 ? 'One review uses it' : `${reviews} reviews use it`;
}
