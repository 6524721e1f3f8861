import { useSaid } from '#renderer/base/use-said.ts';
import { Callout } from '#renderer/components/callout.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { signOffState } from '#shared/kinds/sign-off/closing.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';

/** Says on the sign-off page, once everybody has signed, that it is not agreed and by whose objection. */
export function ObjectedTo({ editor }: { readonly editor: ReviewEditor }) {
  const { template } = editor;
  const { document, contentSha256 } = useSession(editor, (snapshot) => snapshot);
  const isObjected = contentSha256 !== null && signOffState(document, template, contentSha256) === 'objected';
  const names = approverStandings(document, contentSha256 ?? '').flatMap((standing) =>
    standing.kind === 'signed' && standing.signature.verdict === 'object' ? [standing.approver.name] : [],
  );
  const title = `Not agreed: ${names.join(', ')} ${names.length === 1 ? 'objects' : 'object'}`;
  useSaid(isObjected ? `${title}.` : '');
  if (!isObjected) return null;
  return (
    <Callout tone="warning" title={title}>
      <p className="small">
        Everybody has signed. Whoever changes their mind signs again below; if the content changes instead, everybody
        signs that. If it stays so, seal the record as not agreed, or let a quorum or one of you decide.
      </p>
    </Callout>
  );
}
