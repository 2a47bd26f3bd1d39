/** A page that shows all pictures of a folder side by side, with their names. */
export function contactSheet(title: string, names: readonly string[]): string {
  const figures = names
    .map((name) => `<figure><a href="${name}"><img src="${name}"></a>${name}</figure>`)
    .join('\n');
  return `<!doctype html>
<meta charset="utf-8">
<title>${title}</title>
<style>
  body { display: flex; flex-wrap: wrap; gap: 16px; font: 13px sans-serif; }
  figure { margin: 0; width: 400px; }
  img { width: 100%; border: 1px solid #999; }
</style>
${figures}
`;
}
