import type { Socket } from 'node:net';

/** The next so many bytes and no more; `null` where fewer come. */
export function take(socket: Socket, length: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const look = () => {
      const bytes: Buffer | null = socket.read(length);
      if (bytes === null && !socket.readableEnded && !socket.destroyed) return;
      socket.off('readable', look).off('close', look);
      resolve(bytes?.length === length ? bytes : null);
    };
    socket.on('readable', look).on('close', look);
    look();
  });
}
