import { createRequire } from 'node:module';
import { compileFunction, runInNewContext } from 'node:vm';
import {
  type CSSRulesByBucket,
  defaultCompareMediaQueries,
  type GriffelStyle,
  normalizeCSSBucketEntry,
  resolveStyleRulesForSlots,
  type StyleBucketName,
  styleBucketOrdering,
} from '@griffel/core';
import { build, type Plugin, parseAst, type Rolldown } from 'vite';

/**
 * Makes the page's styles when it is built, and not when it starts: the classes stay in the program, their rules go
 * to the end of its sheet. Griffel, Fluent UI's style engine, provides for both steps: `makeStyles` becomes
 * `__styles`, with classes and rules worked out, as Fluent's own components come; and that becomes `__css`, with the
 * classes alone.
 */
export function stylesAhead(): Plugin {
  const rulesOf = new Map<string, readonly CSSRulesByBucket[]>();
  return {
    name: 'styles-ahead',
    apply: 'build',
    enforce: 'post',
    async transform(code, id) {
      const workedOut = await workOut(code, id);
      const calls = styleCalls(workedOut, ['__styles', '__resetStyles']);
      if (calls.length === 0) return null;
      rulesOf.set(id, calls.map(rulesIn));
      const short = replaced(workedOut, calls, ({ maker, texts: [first, second] }) =>
        maker === '__styles' ? `__css(${first})` : `__resetCSS(${first}, ${second})`,
      );
      const engine = id.includes('/node_modules/') ? '@griffel/react' : LIBRARY;
      return { code: `import { __css, __resetCSS } from '${engine}';\n${short}`, map: null };
    },
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const ids = files.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
      const sheet = sheetOf(ids.flatMap((id) => rulesOf.get(id) ?? []));
      const page = files.find(({ fileName }) => fileName.endsWith('.css'));
      if (page?.type !== 'asset')
        return this.error('the page has no sheet that its styles could join');
      page.source += sheet;
    },
  };
}

const LIBRARY = '@fluentui/react-components';

/** A style made at the top of a module: `const useStyles = makeStyles(...)`. */
interface StyleCall {
  readonly name: string;
  readonly maker: string;
  /** The arguments as they are written. */
  readonly texts: readonly string[];
  readonly start: number;
  readonly end: number;
}

function styleCalls(code: string, makers: readonly string[]): StyleCall[] {
  if (!makers.some((maker) => code.includes(`${maker}(`))) return [];
  return parseAst(code)
    .body.map((statement) =>
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement,
    )
    .flatMap((each) => (each?.type === 'VariableDeclaration' ? each.declarations : []))
    .flatMap(({ id, init }) => {
      if (id.type !== 'Identifier' || init?.type !== 'CallExpression') return [];
      const { callee, start, end } = init;
      if (callee.type !== 'Identifier' || !makers.includes(callee.name)) return [];
      const texts = init.arguments.map((argument) => code.slice(argument.start, argument.end));
      return { name: id.name, maker: callee.name, texts, start, end };
    });
}

const replaced = (
  code: string,
  calls: readonly StyleCall[],
  by: (call: StyleCall, index: number) => string,
): string =>
  calls.reduceRight(
    (text, call, index) => text.slice(0, call.start) + by(call, index) + text.slice(call.end),
    code,
  );

/** Puts classes and rules in the place of what our own modules say in words of CSS. */
async function workOut(code: string, id: string): Promise<string> {
  if (id.includes('/node_modules/')) return code;
  const calls = styleCalls(code, ['makeStyles']);
  if (calls.length === 0) return code;
  const said = await evaluated(calls, code, id);
  return replaced(code, calls, (_call, index) => {
    const [classes, rules] = resolveStyleRulesForSlots(said[index] ?? {});
    return `__styles(${JSON.stringify(classes)}, ${JSON.stringify(rules)})`;
  });
}

/**
 * What a module's styles say: values that may come from anywhere. The module is bundled with nothing else of its own
 * left in it, so that no page is needed to run it.
 */
async function evaluated(
  calls: readonly StyleCall[],
  code: string,
  id: string,
): Promise<readonly Record<string, GriffelStyle>[]> {
  const entry = 'styles-of';
  const names = calls.map((_call, index) => `style${index}`);
  const exported = calls.map(({ name }, index) => `${name} as style${index}`);
  const plain = replaced(code, calls, ({ texts }) => texts.join());
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      write: false,
      minify: false,
      rolldownOptions: {
        input: entry,
        treeshake: { moduleSideEffects: false },
        output: { format: 'cjs' },
      },
    },
    plugins: [
      {
        name: 'styles-alone',
        enforce: 'pre',
        resolveId: (source) => (source === entry ? entry : null),
        load(source) {
          if (source === entry) return `export { ${names} } from ${JSON.stringify(id)};`;
          return source === id ? `${plain}\nexport { ${exported} };` : null;
        },
      },
    ],
  });
  const [program] = (result as Rolldown.RolldownOutput).output;
  const exports: Record<string, Record<string, GriffelStyle>> = {};
  compileFunction(program.code, ['exports', 'require'])(exports, createRequire(import.meta.url));
  return names.map((name) => exports[name] ?? {});
}

/** The rules that a call brings, which are data in the form of a program. */
function rulesIn({ maker, texts }: StyleCall): CSSRulesByBucket {
  const rules = runInNewContext(`(${texts[maker === '__styles' ? 1 : 2]})`);
  return Array.isArray(rules) ? { r: rules } : rules;
}

/** All rules, each once, in the order in which Griffel keeps them in a page. */
function sheetOf(styles: readonly CSSRulesByBucket[]): string {
  const rules = new Map<string, Place>();
  for (const buckets of styles) {
    for (const bucket of styleBucketOrdering) {
      for (const entry of buckets[bucket] ?? []) {
        const [rule, about = {}] = normalizeCSSBucketEntry(entry);
        if (!rules.has(rule)) rules.set(rule, placeOf(bucket, about));
      }
    }
  }
  return [...rules]
    .sort(([, one], [, other]) => compare(one, other))
    .map(([rule]) => rule)
    .join('\n');
}

interface Place {
  readonly bucket: number;
  /** Of the media or the container; empty: none. */
  readonly condition: string;
  readonly priority: number;
}

const placeOf = (
  bucket: StyleBucketName,
  { m, x, p = 0 }: { readonly m?: string; readonly x?: string; readonly p?: number },
): Place => ({
  bucket: styleBucketOrdering.indexOf(bucket),
  condition: m ?? x ?? '',
  priority: p,
});

const compare = (one: Place, other: Place): number =>
  one.bucket - other.bucket ||
  defaultCompareMediaQueries(one.condition, other.condition) ||
  one.priority - other.priority;
