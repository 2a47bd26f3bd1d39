// The least that proves a sender honestly, over a plain socket: TLS verified against the same
// authorities as the product's, EHLO, the login, sender and recipient, QUIT.
import { connect } from 'node:net';
import * as tls from 'node:tls';

let context;

/** Whom this computer trusts, read once. */
function trusted(authority) {
  context ??= tls.createSecureContext({
    ca: [...new Set([...tls.rootCertificates, ...system()]), authority],
    minVersion: 'TLSv1.2',
  });
  return context;
}

const system = () =>
  tls.getCACertificates ? ['system', 'extra'].flatMap((store) => tls.getCACertificates(store)) : [];

/** Gives whole replies, one after the other. */
function listen(socket) {
  let text = '';
  const waiting = [];
  socket.setEncoding('utf8');
  socket.on('data', (chunk) => {
    text += chunk;
    const end = /^\d{3} .*\r\n/m.exec(text);
    if (!end) return;
    const reply = text.slice(0, end.index + end[0].length);
    text = text.slice(reply.length);
    waiting.shift()?.(reply);
  });
  return () => new Promise((resolve) => waiting.push(resolve));
}

export async function login({ host, port, security, username, password, authority }) {
  const plain = connect({ host, port });
  await new Promise((resolve, reject) => plain.once('connect', resolve).once('error', reject));
  let socket = plain;
  let next = null;
  const expect = async (code, line) => {
    const reply = next();
    if (line) socket.write(`${line}\r\n`);
    if (!(await reply).startsWith(code)) throw new Error(`not ${code}: ${await reply}`);
  };
  const secure = async () => {
    socket = tls.connect({ socket: plain, servername: host, secureContext: trusted(authority) });
    next = listen(socket);
    await new Promise((resolve, reject) =>
      socket.once('secureConnect', resolve).once('error', reject),
    );
  };
  const hello = () => expect('250', 'EHLO [127.0.0.1]');
  if (security === 'tls') {
    await secure();
    await expect('220');
  } else {
    next = listen(plain);
    await expect('220');
    await hello();
    await expect('220', 'STARTTLS');
    plain.removeAllListeners('data');
    await secure();
  }
  await hello();
  const secret = Buffer.from(`\0${username}\0${password}`).toString('base64');
  await expect('235', `AUTH PLAIN ${secret}`);
  await expect('250', `MAIL FROM:<${username}>`);
  await expect('250', `RCPT TO:<${username}>`);
  await expect('221', 'QUIT');
  socket.destroy();
}
