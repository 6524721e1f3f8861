import { Printer } from 'lucide-react';
import { useState } from 'react';
import { reviewHref, TEMPLATES_HREF } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import { HandoutDialog } from '#renderer/review/handout-dialog.tsx';
import { lengthText } from '#shared/agenda/agenda.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { TemplateInfo } from '#shared/contract/contract.ts';
import { useOfferedTemplates } from './use-offered-templates.ts';

export interface NewReviewDialogProps {
  readonly isOpen: boolean;
  /** Address of the template to begin with; null for the first one. */
  readonly wanted: string | null;
  readonly onClose: () => void;
}

/** Asks for what a review starts with. */
export function NewReviewDialog({ isOpen, wanted, onClose }: NewReviewDialogProps) {
  const templates = useOfferedTemplates(isOpen);
  const first = templates.find(({ sha256 }) => sha256 === wanted) ?? templates[0];
  return (
    <Dialog title="New review" isOpen={isOpen} onClose={onClose}>
      {first ? (
        <NewReviewForm key={first.sha256} templates={templates} first={first} onClose={onClose} />
      ) : (
        <Callout tone="warning" title="No template is installed">
          <p>Groundwork's own template is missing or damaged. Install Groundwork again.</p>
        </Callout>
      )}
    </Dialog>
  );
}

interface NewReviewFormProps {
  readonly templates: readonly TemplateInfo[];
  readonly first: TemplateInfo;
  readonly onClose: () => void;
}

function NewReviewForm({ templates, first, onClose }: NewReviewFormProps) {
  const { client } = useHost();
  const [template, setTemplate] = useState(first);
  const [title, setTitle] = useState('');
  const [component, setComponent] = useState('');
  const [ownCandidate, setOwnCandidate] = useState<string | null>(null);
  const [current, setCurrent] = useState('');
  const [isTried, setTried] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const { fault, isBusy, attempt } = useAttempt();
  const candidate = ownCandidate ?? template.candidate;

  async function create() {
    setTried(true);
    if (isBlank(title) || isBusy) return;
    const input = { templateSha256: template.sha256, title: title.trim(), component, candidate, current };
    const created = await attempt(() => client['review.create'](input));
    if (!created) return;
    onClose();
    navigate(reviewHref(created.id));
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      {templates.length > 1 && (
        <SelectField
          label="Template"
          value={template.sha256}
          options={templates.map(({ sha256, title: text, version }) => ({ value: sha256, text: `${text} ${version}` }))}
          onChange={(sha256) => setTemplate(templates.find((entry) => entry.sha256 === sha256) ?? first)}
        />
      )}
      <p className="small soft">
        {templates.length === 1 && `${template.title}: `}
        {template.summary} It takes {lengthText(template.minutes)}. <a href={TEMPLATES_HREF}>About the templates</a>
      </p>
      <div>
        <Button size="small" kind="quiet" icon={Printer} onPress={() => setPrinting(true)}>
          Print a run sheet or a blank workbook…
        </Button>
      </div>
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        isRequired
        autoFocus
        help="What the decision is about, as it should stand on the record."
        error={isTried && isBlank(title) ? 'Give the review a title.' : undefined}
      />
      <TextField
        label="Component"
        isName
        value={component}
        onChange={setComponent}
        help="The part of the system under review."
      />
      <div className="grid">
        <TextField
          isName
          label="Candidate"
          value={candidate}
          onChange={setOwnCandidate}
          help="What is being considered."
        />
        <TextField
          label="Built with today"
          isName
          value={current}
          onChange={setCurrent}
          help="Leave it empty if the component is new."
        />
      </div>
      {fault && (
        <Callout tone="warning" title="The review was not made" role="alert">
          <p>{fault.message}</p>
        </Callout>
      )}
      <HandoutDialog subject={isPrinting ? template : null} onClose={() => setPrinting(false)} />
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" type="submit" isDisabled={isBusy}>
          Start the review
        </Button>
      </DialogActions>
    </form>
  );
}
