import { isBuiltin } from 'node:module';
import { type ESTree, type Plugin, parseAst } from 'vite';

/**
 * Takes Node's own modules from Node directly. To `import` one makes a namespace with a copy of all that it
 * offers, also of what is made only when somebody asks for it: with `node:util` and `node:crypto` come
 * workers, locks and Web Crypto, which was most of what a login had to wait for before its first byte.
 */
export const builtinsDirectly: Plugin = {
  name: 'builtins-directly',
  renderChunk(code) {
    return parseAst(code).body.reduceRight((text, statement) => {
      if (statement.type !== 'ImportDeclaration' || !isBuiltin(statement.source.value)) return text;
      return text.slice(0, statement.start) + taken(statement) + text.slice(statement.end);
    }, code);
  },
};

/** The same names by an assignment. What is imported as a whole, one way or the other, is the module. */
function taken({ source, specifiers }: ESTree.ImportDeclaration): string {
  const names = specifiers.filter((one) => one.type === 'ImportSpecifier');
  const wholes = specifiers.filter((one) => one.type !== 'ImportSpecifier');
  const module = `globalThis.process.getBuiltinModule(${JSON.stringify(source.value)})`;
  const picked = names.map(({ imported, local }) => `${nameOf(imported)}: ${local.name}`);
  const targets = [
    ...wholes.map(({ local }) => local.name),
    ...(picked.length > 0 ? [`{ ${picked.join(', ')} }`] : []),
  ];
  return targets.map((target) => `const ${target} = ${module};`).join(' ');
}

const nameOf = (name: ESTree.ModuleExportName): string =>
  name.type === 'Literal' ? JSON.stringify(name.value) : name.name;
