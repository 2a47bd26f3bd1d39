import { spawnSync } from 'node:child_process';
import { type BundledPackage, bundledPackages } from './package/bundled.ts';
import { main, projectFolder, Stop } from './process.ts';
import { electronRuntime } from './runtime.ts';

type Reference = { type: string; url: string };
type Component = {
  'bom-ref': string;
  name: string;
  version: string;
  externalReferences?: Reference[];
  [key: string]: unknown;
};
type Bom = {
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
};

/**
 * The list of parts in the product (CycloneDX 1.5, JSON): what `npm sbom` knows of the packages that
 * really are in it, and Electron. The same parts give the same text, wherever it is made: no serial
 * number, time, tool version or download address.
 */
export async function partsList(
  packages: readonly BundledPackage[],
  electronVersion: string,
): Promise<string> {
  const known = npmSbom();
  const shipped = packages.map((one) => `${one.name}@${one.version}`);
  const components = shipped.map((ref) => {
    const found = known.components.find((component) => component['bom-ref'] === ref);
    if (!found) throw new Stop(`npm knows nothing of ${ref}, which is in the product.`);
    return withoutMachine(found);
  });
  const electron = electronComponent(electronVersion);
  const parts = [...components, electron].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  const product = productComponent(known.metadata.component);
  const refs = new Set(shipped);
  const graph = known.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: dependsOn.filter((to) => refs.has(to)).sort(),
    }))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: product },
    components: parts,
    dependencies: [
      { ref: product['bom-ref'], dependsOn: parts.map((part) => part['bom-ref']) },
      { ref: electron['bom-ref'], dependsOn: [] },
      ...graph,
    ],
  };
  return `${JSON.stringify(bom)}\n`;
}

/** What npm says of everything that is installed, tools included. */
export function npmSbom(): Bom {
  const words = ['sbom', '--sbom-format', 'cyclonedx'];
  const { status, stdout, stderr } = spawnSync('npm', words, {
    cwd: projectFolder,
    // The bundler says `production` to the whole process, and npm would leave half of it out.
    env: { ...process.env, NODE_ENV: 'development' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // On Windows npm is a script, which only a shell starts.
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Stop(`npm could not list the packages:\n${stderr}`);
  return JSON.parse(stdout);
}

/** A tool of the build, to npm, is a part of the product here; where it was fetched is no matter. */
function withoutMachine({ properties: _properties, ...component }: Component): Component {
  const references = component.externalReferences ?? [];
  const externalReferences = references.filter(({ type }) => type !== 'distribution');
  return { ...component, scope: 'required', externalReferences };
}

function productComponent({ version, description, purl }: Component): Component {
  const ref = `mittente@${version}`;
  return { 'bom-ref': ref, type: 'application', name: 'mittente', version, description, purl };
}

function electronComponent(version: string): Component {
  return {
    'bom-ref': `electron@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    scope: 'required',
    description: 'Chromium and Node.js, whose own parts are in LICENSES.chromium.html',
    purl: `pkg:github/electron/electron@v${version}`,
    licenses: [{ license: { id: 'MIT' } }],
  };
}

if (import.meta.main) {
  await main(async () => {
    const { version } = await electronRuntime();
    process.stdout.write(await partsList(await bundledPackages(), version));
    return 0;
  });
}
