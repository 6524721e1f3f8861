import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { HostContext } from '#renderer/host/host.tsx';
import { AboutDialog } from '#renderer/pages/home/about-dialog.tsx';

function shown(policy: object | null) {
  const info = { version: '9.8.7', dataFolder: '/home/ada/Reviews', policy };
  render(
    <HostContext value={{ client: {}, info } as never}>
      <AboutDialog isOpen onClose={() => undefined} />
    </HostContext>,
  );
}

it('names the version and the data folder, and says that no policy is set', () => {
  shown(null);
  expect(screen.getByText(/Groundwork 9\.8\.7/)).toBeTruthy();
  expect(screen.getByText('Reviews are files in /home/ada/Reviews')).toBeTruthy();
  expect(screen.getByText('No policy is set for this computer.')).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Set for this computer' })).toBeNull();
});

it('shows what the policy of the computer sets, line by line, and in which file', () => {
  shown({ path: '/etc/groundwork/policy.json', lines: ['Links are not opened.', 'Two approvals are enough.'] });
  expect(screen.getByRole('heading', { name: 'Set for this computer' })).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Links are not opened.',
    'Two approvals are enough.',
  ]);
  expect(screen.getByText('By the policy /etc/groundwork/policy.json')).toBeTruthy();
  expect(screen.queryByText('No policy is set for this computer.')).toBeNull();
});

it('tells a policy that sets nothing from none', () => {
  shown({ path: '/etc/groundwork/policy.json', lines: [] });
  expect(screen.getByText('The policy /etc/groundwork/policy.json sets nothing.')).toBeTruthy();
  expect(screen.queryByText('No policy is set for this computer.')).toBeNull();
});
