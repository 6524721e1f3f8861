import type { ReviewWindows, WindowMessage } from '#renderer/review/review-windows.ts';

/** Windows of one review without a browser: messages arrive later, each sender's in order, as copies. */
export function windowHub() {
  interface Member {
    readonly listeners: Set<(message: WindowMessage) => void>;
    onKeeping: (() => void) | null;
  }
  const members: Member[] = [];
  let keeper: Member | null = null;
  const handOn = () => {
    const next = members.find(({ onKeeping }) => onKeeping !== null) ?? null;
    keeper = next;
    const start = next?.onKeeping;
    if (next) next.onKeeping = null;
    if (start) queueMicrotask(start);
  };
  const leave = (member: Member) => {
    members.splice(members.indexOf(member), 1);
    member.listeners.clear();
    if (keeper === member) handOn();
  };
  return {
    join(): ReviewWindows & { /** Ends the window as a crash does. */ readonly crash: () => void } {
      const member: Member = { listeners: new Set(), onKeeping: null };
      members.push(member);
      keeper ??= member;
      const close = () => leave(member);
      return {
        isKeeper: keeper === member,
        onKeeping(listener) {
          member.onKeeping = listener;
          if (!keeper) handOn();
        },
        send(message) {
          const others = members.filter((other) => other !== member);
          for (const other of others) {
            const copy = structuredClone(message);
            queueMicrotask(() => {
              for (const listener of other.listeners) listener(copy);
            });
          }
        },
        onMessage(listener) {
          member.listeners.add(listener);
          return () => member.listeners.delete(listener);
        },
        close,
        crash: close,
      };
    },
  };
}
