import { useEffect, useEffectEvent } from 'react';
import type { MenuCommand } from '#shared/contract/host-bridge.ts';
import { onMenuCommand } from './transport.ts';

/** Answers the commands of a native menu, while the component is on screen. */
export function useMenuCommands(actions: Readonly<Partial<Record<MenuCommand, () => void>>>): void {
  const run = useEffectEvent((command: MenuCommand) => actions[command]?.());
  useEffect(() => onMenuCommand((command) => run(command)), []);
}
