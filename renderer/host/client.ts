import type { CallError, Client, Input, Method, Output, Transport } from '#shared/contract/contract.ts';

/** The host refused a call, or could not be reached; the message is ready to show. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly error: CallError;

  constructor(error: CallError) {
    super(error.message);
    this.error = error;
  }
}

/**
 * The contract as functions over a transport. Failures a person can act on are part of each method's
 * output; a call that was refused as a whole throws `CallFailed`.
 */
export function createClient(transport: Transport): Client {
  const call =
    <M extends Method>(method: M) =>
    async (input: Input<M>): Promise<Output<M>> => {
      const reply = await transport(method, input);
      if (!reply.ok) throw new CallFailed(reply.error);
      return reply.value as Output<M>;
    };
  return {
    'app.info': call('app.info'),
    'review.list': call('review.list'),
    'review.create': call('review.create'),
    'review.open': call('review.open'),
    'review.save': call('review.save'),
    'review.duplicate': call('review.duplicate'),
    'review.trash': call('review.trash'),
    'review.restore': call('review.restore'),
    'review.import': call('review.import'),
    'sample.open': call('sample.open'),
    'template.list': call('template.list'),
    'template.get': call('template.get'),
    'template.preview': call('template.preview'),
    'template.import': call('template.import'),
    'template.remove': call('template.remove'),
    'template.export': call('template.export'),
    'review.templateOffer': call('review.templateOffer'),
    'review.applyTemplate': call('review.applyTemplate'),
    'review.supersede': call('review.supersede'),
    'milestone.keep': call('milestone.keep'),
    'milestone.list': call('milestone.list'),
    'milestone.open': call('milestone.open'),
    'milestone.restore': call('milestone.restore'),
    'record.export': call('record.export'),
    'record.exportAdr': call('record.exportAdr'),
    'record.import': call('record.import'),
    'record.verify': call('record.verify'),
    'certificate.read': call('certificate.read'),
    'certificate.forget': call('certificate.forget'),
    'seal.state': call('seal.state'),
    'record.seal': call('record.seal'),
    'key.show': call('key.show'),
    'key.exportCertificates': call('key.exportCertificates'),
    'key.export': call('key.export'),
    'key.restore': call('key.restore'),
    'key.request': call('key.request'),
    'key.adopt': call('key.adopt'),
    'authority.make': call('authority.make'),
    'authority.issue': call('authority.issue'),
    'job.progress': call('job.progress'),
    'job.cancel': call('job.cancel'),
    'file.reveal': call('file.reveal'),
    'link.open': call('link.open'),
  };
}
