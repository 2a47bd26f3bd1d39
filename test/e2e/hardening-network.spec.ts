import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from '../support/fixtures.ts';
import { fetchInSession } from '../support/inside.ts';

/** Listens on loopback, TCP and UDP on one port, and counts who comes. */
async function openListener() {
  let hits = 0;
  const tcp = createServer((socket) => {
    hits += 1;
    socket.destroy();
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4', () => {
    hits += 1;
  });
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    port,
    hits: () => hits,
    close() {
      tcp.close();
      udp.close();
    },
  };
}

test.describe('the network', { tag: '@packaged' }, () => {
  test('is out of reach for the page, by any of the ways that it has', async ({ mittente }) => {
    const listener = await openListener();
    await mittente.page.evaluate(async (port) => {
      const address = `127.0.0.1:${port}`;
      const settled = (element: HTMLElement) =>
        new Promise((resolve) => {
          element.onload = resolve;
          element.onerror = resolve;
          document.head.append(element);
        });
      const make = (tag: string, properties: Record<string, string>) =>
        Object.assign(document.createElement(tag), properties);
      const socket = new Promise((resolve) => {
        try {
          new WebSocket(`ws://${address}`).onerror = resolve;
        } catch {
          resolve(null);
        }
      });
      const events = new Promise((resolve) => {
        new EventSource(`http://${address}/`).onerror = resolve;
      });
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:${address}` },
          { urls: `turn:${address}?transport=udp`, username: 'u', credential: 'c' },
          { urls: `turn:${address}?transport=tcp`, username: 'u', credential: 'c' },
        ],
      });
      const gathered = new Promise((resolve) => {
        peer.onicegatheringstatechange = () => {
          if (peer.iceGatheringState === 'complete') resolve(null);
        };
      });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      navigator.sendBeacon(`http://${address}/`, 'x');
      for (const rel of ['preconnect', 'dns-prefetch', 'prerender']) {
        document.head.append(make('link', { rel, href: `http://${address}/` }));
      }
      await Promise.all([
        fetch(`http://${address}/`).catch(() => null),
        fetch(`http://${address}/`, { mode: 'no-cors' }).catch(() => null),
        settled(make('img', { src: `http://${address}/` })),
        settled(make('script', { src: `http://${address}/` })),
        settled(make('link', { rel: 'stylesheet', href: `http://${address}/` })),
        settled(make('link', { rel: 'prefetch', href: `http://${address}/` })),
        import(`http://${address}/`).catch(() => null),
        socket,
        events,
        gathered,
      ]);
    }, listener.port);
    expect(listener.hits()).toBe(0);
    listener.close();
  });

  test('is out of reach for its session even without the page’s policy', async ({ mittente }) => {
    const listener = await openListener();
    for (const scheme of ['http', 'https']) {
      const answer = await fetchInSession(mittente.app, `${scheme}://127.0.0.1:${listener.port}/`);
      expect(answer.status).toBe(null);
    }
    await mittente.app.evaluate(async ({ net }, port) => {
      for (const partition of ['window', '', 'another']) {
        await new Promise((resolve) => {
          const request = net.request({ url: `http://127.0.0.1:${port}/`, partition });
          request.on('error', resolve);
          request.on('response', resolve);
          request.end();
        });
      }
    }, listener.port);
    expect(listener.hits()).toBe(0);
    listener.close();
  });

  test('has no names for the page', async ({ mittente }) => {
    const resolved = await mittente.app.evaluate(({ session }) => {
      const names = ['localhost', 'example.com'];
      const own = session.fromPartition('window');
      return Promise.all(
        names.map((name) => own.resolveHost(name).catch((error: Error) => error.message)),
      );
    });
    expect(resolved).toEqual(Array(2).fill(expect.stringContaining('ERR_NAME_NOT_RESOLVED')));
  });

  test('is in reach of the main process, which this listener hears', async ({ mittente }) => {
    const listener = await openListener();
    await mittente.app.evaluate(
      (_electron, url) => fetch(url).catch(() => null),
      `http://127.0.0.1:${listener.port}/`,
    );
    expect(listener.hits()).toBe(1);
    listener.close();
  });
});
