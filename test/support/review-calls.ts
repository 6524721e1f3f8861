import { canonicalSha256 } from '#main/files/hash.ts';
import type { Client } from '#shared/contract/contract.ts';
import { smallTemplate } from './small-review.ts';

export const SMALL_TEMPLATE_SHA256 = canonicalSha256(smallTemplate);

/** Creates a review and gives back what the editor would hold. */
export async function createForTests({ api }: { readonly api: Client }, title = 'A review') {
  const created = await api['review.create']({
    templateSha256: SMALL_TEMPLATE_SHA256,
    title,
    component: 'Parser',
    candidate: 'New',
    current: 'Old',
  });
  if (created.kind !== 'created') throw new Error(created.message);
  return openedReview({ api }, created.id);
}

export async function openedReview({ api }: { readonly api: Client }, id: string) {
  const opened = await api['review.open']({ id });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return opened;
}

/** What the host says of itself. */
export async function hostInfo(api: Client) {
  const info = await api['app.info']({});
  if ('kind' in info) throw new Error(info.message);
  return info;
}

/** The reviews of a data folder that can be listed, once all are read. */
export async function listedReviews(api: Client) {
  let answer = await api['review.list']({});
  while (answer.kind === 'list' && answer.reading > 0) answer = await api['review.list']({ goOn: true });
  if (answer.kind !== 'list') throw new Error(answer.message);
  return answer;
}

/** The templates of a library that can be listed. */
export async function listedTemplates(api: Client) {
  const answer = await api['template.list']({});
  if (answer.kind !== 'list') throw new Error(answer.message);
  return answer;
}
