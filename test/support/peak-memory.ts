import { writeFileSync } from 'node:fs';

// Loaded before a program (`node --import`): leaves the most memory that it held, in KiB, in the
// file that this variable names.
const file = process.env.PEAK_MEMORY_FILE;

process.on('exit', () => {
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
