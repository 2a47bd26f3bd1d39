import { join } from 'node:path';
import { createDOMRenderer, makeStyles } from '@griffel/core';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../../scripts/process.ts';
import { stylesAhead } from '../../../scripts/styles.ts';

/** A page of `test/fixtures/styles`, built with its styles made ahead. */
async function built(name: string) {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: join(projectFolder, 'test', 'fixtures', 'styles', `${name}.js`),
        preserveEntrySignatures: 'strict',
        external: ['react'],
      },
    },
    plugins: [stylesAhead()],
  });
  const { output } = result as Rolldown.RolldownOutput;
  const css = output.find(({ fileName }) => fileName.endsWith('.css'));
  return { code: output[0].code, css: css?.type === 'asset' ? String(css.source) : '' };
}

describe('stylesAhead', () => {
  /** What `page.js` says. */
  const slots = {
    root: {
      color: 'red',
      paddingLeft: '8px',
      ':hover': { color: 'blue' },
      '@media (min-width: 900px)': { color: 'green' },
    },
    other: { color: 'red', padding: '4px' },
  };
  let page: Awaited<ReturnType<typeof built>>;

  beforeAll(async () => {
    page = await built('page');
  });

  it('writes the classes that the page would make, without what makes them', () => {
    const classes = makeStyles(slots)({ dir: 'ltr', renderer: createDOMRenderer() });
    const made = Object.values(classes).flatMap((names) => names.split(' '));
    const atomic = made.filter((name) => !name.startsWith('___'));
    expect(atomic.length).toBeGreaterThan(4);
    for (const name of atomic) expect(page.code).toContain(`"${name}"`);
    expect(page.code).not.toContain('min-width: 900px');
  });

  it('writes each rule once, in the order in which the page would keep them', () => {
    const renderer = createDOMRenderer();
    makeStyles(slots)({ dir: 'ltr', renderer });
    const rules = Object.values(renderer.stylesheets).flatMap((sheet) => sheet.cssRules());
    expect(rules.length).toBeGreaterThan(4);
    for (const rule of rules) expect(page.css.split(rule)).toHaveLength(2);
    const place = (words: string) => page.css.indexOf(words);
    expect(place('padding:4px')).toBeLessThan(place('padding-left:8px'));
    expect(place('color:red')).toBeLessThan(place('color:blue'));
    expect(place('color:blue')).toBeLessThan(place('color:green'));
  });

  it('takes the rules out of components that come with them', () => {
    expect(page.code).toContain('fui-Button');
    expect(page.code).not.toContain('background-color:var(--colorBrandBackground)');
    expect(page.css).toContain('background-color:var(--colorBrandBackground)');
  });

  it('leaves out the rules of components that the page does not have', () => {
    expect(page.css).not.toContain('--fui-Slider');
  });

  it('puts the rules behind those that the page brings itself', () => {
    expect(page.css.startsWith('html')).toBe(true);
  });

  it('does not lose the rules of a page without a sheet', async () => {
    await expect(built('no-sheet')).rejects.toThrow('no sheet');
  });
});
