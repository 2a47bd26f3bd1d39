/**
 * Runs the mail server by itself: prints one JSON line (ports, authority, folder, users), and
 * stops when standard input closes or on SIGTERM. For use by hand, and for tests that run as an
 * ordinary user while the servers need root: `sudo node test/servers/serve.ts`.
 */
import { startMailServer } from './mail.ts';

const server = await startMailServer();
const { folder, hostName, ports, users, authority } = server;
process.stdout.write(
  `${JSON.stringify({ folder, hostName, ports, users, authority: authority.pem })}\n`,
);

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await server.stop();
  process.exit(0);
};
process.stdin.on('end', stop).resume();
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
