import { readFileSync } from 'node:fs';
import { expect, test } from '../support/fixtures.ts';
import { fetchInSession, lateResult, windowSession } from '../support/inside.ts';

test.describe('the page', { tag: '@packaged' }, () => {
  test('is served with a policy that denies whatever it does not need', async ({ mittente }) => {
    const { headers } = await fetchInSession(mittente.app, 'app://mittente/index.html');
    const policy = headers['content-security-policy'] ?? '';
    const directives = policy.split('; ');
    expect(directives).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      // The hash of an empty text.
      "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
      "font-src 'self'",
      "img-src 'self'",
      "connect-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('has nothing of Node or Electron but its three functions', async ({ mittente }) => {
    const found = await mittente.page.evaluate(() => ({
      names: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
      functions: Object.keys(window.mittente),
    }));
    expect(found).toEqual({ names: [], functions: ['send', 'current', 'onView'] });
  });

  test('runs isolated and sandboxed, with web security on', async ({ mittente }) => {
    const preferences = await mittente.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    // Electron leaves out what was never set.
    expect(preferences.enableBlinkFeatures ?? '').toBe('');
    expect(preferences.nodeIntegrationInWorker ?? false).toBe(false);
  });

  test('is confined by the kernel unless root started it', async ({ mittente }) => {
    test.skip(process.getuid?.() === 0, 'Chromium does not sandbox for root');
    test.skip(process.platform !== 'linux', '/proc is of Linux');
    const pid = await mittente.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
    // 2: a filter is in force (proc(5)).
    expect(status).toMatch(/^Seccomp:\s+2$/m);
  });

  test('cannot run text as code', async ({ mittente }) => {
    const results = await lateResult(mittente.page, () => {
      const attempts: Array<() => unknown> = [
        // biome-ignore lint/security/noGlobalEval: that it does not work is what is shown.
        () => globalThis.eval('1'),
        () => new Function('return 1')(),
        () => setTimeout('globalThis.ran = true'),
      ];
      return attempts.map((attempt) => {
        try {
          return typeof attempt();
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    // setTimeout reports nothing to its caller: it just does not run.
    expect(results.slice(0, 2)).toEqual(['EvalError', 'EvalError']);
    await mittente.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await mittente.page.evaluate(() => 'ran' in globalThis)).toBe(false);
  });

  test('cannot run an inline script, a handler attribute or a style of its own', async ({
    mittente,
  }) => {
    const seen = await mittente.page.evaluate(async () => {
      const violations: string[] = [];
      const record = (event: SecurityPolicyViolationEvent) =>
        violations.push(event.effectiveDirective);
      document.addEventListener('securitypolicyviolation', record);
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      const style = document.createElement('style');
      style.textContent = 'body { color: rgb(9, 9, 9) !important }';
      const holder = document.createElement('div');
      document.body.append(script, style, holder);
      holder.innerHTML = '<button onclick="globalThis.ran = true"></button>';
      holder.querySelector('button')?.click();
      const blob = document.createElement('script');
      blob.src = URL.createObjectURL(new Blob(['globalThis.ran = true']));
      await new Promise((resolve) => {
        blob.onerror = resolve;
        blob.onload = resolve;
        document.body.append(blob);
      });
      return {
        ran: 'ran' in globalThis,
        color: getComputedStyle(document.body).color === 'rgb(9, 9, 9)',
        violations: [...new Set(violations)].sort(),
      };
    });
    expect(seen).toEqual({
      ran: false,
      color: false,
      violations: ['script-src-attr', 'script-src-elem', 'style-src-elem'],
    });
  });

  test('shares the program with no file outside its own folder', async ({ mittente }) => {
    const outside = [
      'app://mittente/../main.js',
      'app://mittente/%2e%2e/main.js',
      'app://mittente/..%2fmain.js',
      'app://mittente/%2e%2e%2fmain.js',
      'app://mittente/..%5cmain.js',
      'app://mittente/assets/..%2f..%2fmain.js',
      'app://mittente//etc/passwd',
      'app://mittente/%00index.html',
      'app://mittente/index.html/',
      'app://mittente/.',
      'app://mittente/',
      'app://elsewhere/index.html',
      'app://mittente.example.com/index.html',
    ];
    for (const url of outside) {
      const answer = await fetchInSession(mittente.app, url);
      expect({ url, status: answer.status, body: answer.body }).toEqual({
        url,
        status: answer.status === null ? null : 404,
        body: '',
      });
    }
    expect((await fetchInSession(mittente.app, 'app://mittente/index.html')).status).toBe(200);
  });

  test('keeps its session in memory', async ({ mittente }) => {
    const stored = await mittente.app.evaluate(
      ({ session }, name) => session.fromPartition(name).isPersistent(),
      windowSession,
    );
    expect(stored).toBe(false);
  });
});
