import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main, projectFolder, Stop } from '../process.ts';

/** Side lengths in pixels. Linux takes each as a file, Windows those up to 256 in one file. */
export const iconSides = [16, 24, 32, 48, 64, 128, 256, 512];

const assets = join(projectFolder, 'assets');

/**
 * Draws every icon from `assets/icon.svg`: `icons/` for Linux, `icon.ico` for Windows, `icon.png` for
 * macOS. Run it after a change of the drawing; it needs Debian's `librsvg2-bin`.
 */
async function drawIcons(): Promise<void> {
  const folder = join(assets, 'icons');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const icons = iconSides.map((side) => ({ side, png: draw(side) }));
  for (const { side, png } of icons) await writeFile(join(folder, `${side}x${side}.png`), png);
  await writeFile(join(assets, 'icon.png'), icons.at(-1)?.png ?? '');
  await writeFile(join(assets, 'icon.ico'), windowsIcon(icons.filter(({ side }) => side <= 256)));
}

function draw(side: number): Buffer {
  const size = ['--width', String(side), '--height', String(side)];
  const { status, stdout } = spawnSync('rsvg-convert', [...size, join(assets, 'icon.svg')]);
  if (status !== 0)
    throw new Stop('`rsvg-convert` (Debian: librsvg2-bin) could not draw the icon.');
  return stdout;
}

/**
 * An ICO file of PNG images: a header of 6 bytes, 16 bytes for each image, then the images
 * (https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)). A side of 256 is written as 0.
 */
function windowsIcon(icons: readonly { side: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * icons.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(icons.length, 4);
  let position = header.length;
  for (const [index, { side, png }] of icons.entries()) {
    const entry = 6 + 16 * index;
    header.writeUInt8(side % 256, entry);
    header.writeUInt8(side % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(position, entry + 12);
    position += png.length;
  }
  return Buffer.concat([header, ...icons.map(({ png }) => png)]);
}

if (import.meta.main) {
  await main(async () => {
    await drawIcons();
    return 0;
  });
}
