import type { Policy } from '#main/store/policy.ts';

/** What a policy sets, one readable line each; for the screen. */
export function policyLines(policy: Policy): readonly string[] {
  const { dataFolder, templateFolder, trustedRoots, links, exportFolders, quorum } = policy;
  return [
    ...(dataFolder === null ? [] : [`Reviews lie in ${dataFolder}.`]),
    ...(templateFolder === null ? [] : [`Templates of the organisation come from ${templateFolder}.`]),
    ...trustedRoots.map((root) => `Seals under the certificate ${root} count as known.`),
    ...(links ? [] : ['Links are not opened.']),
    ...(exportFolders === null ? [] : [`Exports go to ${exportFolders.join(' or ')} only.`]),
    ...(quorum === null ? [] : [`In new reviews, ${quorum} ${quorum === 1 ? 'approval is' : 'approvals are'} enough.`]),
  ];
}
